"""Every question the screens and the command line ask. Reads only; free to join."""
