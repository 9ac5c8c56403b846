"""A sheet as PDF: made into plain values here, laid out by a template of typst."""
