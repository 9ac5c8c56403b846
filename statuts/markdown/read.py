"""Markdown text to a `Document`: the entry to this stage."""

from statuts.markdown.blocks import read_blocks
from statuts.markdown.remarks import remarks_of
from statuts.markdown.sections import read_sections
from statuts.model.document import Document


def read(source: str) -> Document:
    """The articles, divisions and blocks of `source`; nothing is dropped, nothing fails.

    What is not understood is kept as a block of kind `OTHER` and named in the document's remarks.
    """
    reading = read_blocks(source)
    return Document(source, read_sections(reading), tuple(remarks_of(source, reading.blocks)))
