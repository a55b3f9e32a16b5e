"""The database engines the warehouse can be read with, and what each spells its own way."""
