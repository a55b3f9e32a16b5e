"""The indicators, each declared once in the module of its subject."""
