"""Two documents in, the redline of all that differs out; and the way back."""
