"""English amending sentences, after Robert’s Rules: insert, add, strike out, substitute, renumber."""
