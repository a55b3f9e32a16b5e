"""The facts of the warehouse, one module a subject."""
