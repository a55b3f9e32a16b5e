"""Maps: provinces and districts in colours, at one time or through time."""
