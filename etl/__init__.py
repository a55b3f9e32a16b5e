"""What moves: from a batch of extracts to a published warehouse."""
