"""The only reader and writer of an archive's folder."""
