"""One module a subject: rows in a table and the numbers worked out by hand, on each engine."""
