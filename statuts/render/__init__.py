"""Values to what people read: one module a format."""
