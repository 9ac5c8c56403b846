"""Amending sentences, both ways: written from a redline, read, and applied."""
