"""Texts written in LaTeX, read as LaTeX would set them and never run; `read.py` is the entry."""

from statuts.importers.latex.read import read_latex

__all__ = ["read_latex"]
