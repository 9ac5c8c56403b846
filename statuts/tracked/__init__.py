"""Tracked changes written in plain text: read them, write them, doubt them."""
