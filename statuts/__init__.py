"""Statutes of a French association: versions, redlines, assembly papers."""

__version__ = "0.1.0"
