"""How a posting is laid out for the eye, wherever it is shown. Nothing here needs a window."""
