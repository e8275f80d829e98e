"""The window: what a person sees, and how it follows the store. The only package with Qt."""
