"""PDF files that hold text, read as a person sees them; `read.py` is the entry."""

from statuts.importers.pdf.read import read_pdf

__all__ = ["read_pdf"]
