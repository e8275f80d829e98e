"""Amounts of pay as people write them, in postings and in tables alike. Pure."""
