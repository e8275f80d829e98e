"""Papers as PDF: laid out and painted by Qt, without a window. Plain values in, bytes out."""
