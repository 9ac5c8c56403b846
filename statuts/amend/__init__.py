"""Amending: what is wrong in a text, or in a change of it, before anybody votes."""
