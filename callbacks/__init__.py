"""What reacts: the view in, the page's blocks out."""
