"""Trains the reader's small models from labelled postings."""
