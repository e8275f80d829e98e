"""Reads the files people bring: what their columns and cells mean, as a plan that can be shown
before anything is written."""
