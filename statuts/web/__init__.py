"""The drafting page: a local server that shows the redline while a proposal is typed."""
