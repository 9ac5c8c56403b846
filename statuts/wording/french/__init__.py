"""French amending sentences: their words, their grammar, how they are written."""
