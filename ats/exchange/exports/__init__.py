"""Writes applications, events and offers as files, and summaries for people to read."""
