"""The tests: rules and declarations here, indicators worked out by hand in spec, journeys in browser."""
