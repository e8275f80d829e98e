"""The evidence library: what you can show, kept once for all applications."""
