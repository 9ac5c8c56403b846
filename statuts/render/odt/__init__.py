"""A paper as an OpenDocument text, whose changes any word processor can accept or reject."""
