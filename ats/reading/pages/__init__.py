"""Web pages and the data boards put into them."""
