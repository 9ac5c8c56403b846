"""Proposals: what they change, what follows from it, and what a text becomes."""
