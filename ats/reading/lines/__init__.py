"""From pasted text to lines, headings and sections, and the part each line plays."""
