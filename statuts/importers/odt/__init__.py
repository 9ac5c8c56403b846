"""OpenDocument texts, read as LibreOffice shows them."""

from statuts.importers.odt.read import read_odt

__all__ = ["read_odt"]
