"""Charts: pure functions from values to figures of Plotly's schema."""
