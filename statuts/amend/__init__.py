"""Amending: proposals and what they make of a text; what is wrong in a text before anybody votes."""
