"""What the bundled program runs first."""

from ats.__main__ import main

main()
