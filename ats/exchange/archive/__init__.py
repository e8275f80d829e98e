"""A whole job search as one file that any later version reads back: JSON, or a .zip with the
documents beside it."""
