"""Where papers are printed: from an amendment or a version to the bytes of a page, a PDF, a Word file."""
