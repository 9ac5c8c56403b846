"""Papers for Word: tracked changes, real styles, the number of each change as a comment in the margin."""
