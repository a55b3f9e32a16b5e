"""What it looks like: pure functions from values to components."""
