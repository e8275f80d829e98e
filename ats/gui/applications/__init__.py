"""The Applications page: board and table over one filter, one order and one selection; Trash."""
