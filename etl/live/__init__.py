"""Live databases as sources: what they hold is read without a trace, spooled, and loaded as any other batch."""
