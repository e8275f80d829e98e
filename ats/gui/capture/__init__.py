"""Capture: what is pasted or dropped is read, reviewed and becomes an application."""
