"""What a posting asks for and offers, one checkable item each."""
