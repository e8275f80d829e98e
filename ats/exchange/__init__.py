"""Foreign formats in and out, as functions of plain values; safe on any thread."""
