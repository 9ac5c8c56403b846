"""Pages of web sites as a browser saved them, and what Word writes as HTML; `read.py` is the entry."""

from statuts.importers.html.read import read_html

__all__ = ["read_html"]
