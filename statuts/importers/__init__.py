"""Other people's files → Markdown articles: one reader a format, then one way to make articles of them."""
