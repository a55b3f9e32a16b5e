"""Records against rows counted in Python, on each engine."""
