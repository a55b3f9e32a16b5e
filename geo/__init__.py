"""Places: provinces, districts and their boundaries."""
