"""The pay a posting states, in the wild ways it is written."""
