"""`python -m statuts` is the command `statuts`."""

from statuts.cli import main

main()
