"""Word files, read as they are shown: numbers counted, styles followed, tracked changes on both sides."""

from statuts.importers.docx.read import read_docx

__all__ = ["read_docx"]
