"""The pieces every page is made of: small widgets and paint functions without any store."""
