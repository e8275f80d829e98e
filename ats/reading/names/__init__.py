"""The title of the role and the company that offers it."""
