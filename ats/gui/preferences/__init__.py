"""The Settings page: how the window looks, the stages, and where the data is."""
