"""What is: the declarations of sources, tables and indicators, and the one way to a number."""
