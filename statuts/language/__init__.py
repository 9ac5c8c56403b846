"""What depends on the language: words, numbering, function words."""
