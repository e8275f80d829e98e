"""Files the program carries with it: icons, sample data and templates."""
