"""`python -m statuts` is the command `statuts`."""

from statuts.cli import main

if __name__ == "__main__":  # another process of ours loads this module too
    main()
