"""Pairs of texts in which a line of signs is words, a rule or the underline of a heading by what stands around it.

Nothing in an article tells which: its heading may be the third line of what Markdown takes for one underlined
paragraph. Only the reading of the whole text knows.
"""

_ABOVE = (
    "Le bureau```\nLe bureau```\n",
    "",
    "Un.\nDeux.\n",
    "> Un.\n> Deux.\n",
    "> Un.\nDeux.\n",
    "- Un.\n- Deux.\nTrois.\n",
    "1. Un.\n\n   Deux.\n   Trois.\n",
    "```\nUn.\n```\nDeux.\nTrois.\n",
    "Un.\n```\nDeux.\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\u200b",
    "Un.\n\n",
)
_HEADINGS = ("TITRE I", "Article 2 – Objet", "**Article 3.** Le bureau", "## Article 4")
_SIGNS = ("=====", "=", "---", "- - -", "***", "> ---", "- ---", "===== =", "    ---", "```")
_FROM, _TO = "Le bureau", ("Le bureauLe bureau", "Le bureau\n\nsiège", "")

UNDERLINED = [
    (f"{above}{heading}\n{signs}\n{_FROM}", f"{above}{heading}\n{signs}\n{to}")
    for above in _ABOVE
    for heading in _HEADINGS
    for signs in _SIGNS
    for to in _TO
]
"""Words change below the line."""

UNDERLINED += [
    (f"{above}{heading}\n{signs}\n{_FROM}", f"{above}{heading}\n{other}\n{_FROM}")
    for above in _ABOVE
    for heading in _HEADINGS
    for signs, other in zip(_SIGNS, _SIGNS[1:] + _SIGNS[:1], strict=True)
]
"""The line itself changes, and with it what stands above."""

UNDERLINED += [
    (f"{above}{heading}\n{signs}\n{_FROM}", f"{other}{heading}\n{signs}\n{_FROM}")
    for above, other in zip(_ABOVE, _ABOVE[1:] + _ABOVE[:1], strict=True)
    for heading in _HEADINGS
    for signs in _SIGNS
]
"""What stands above changes, and with it what the line is."""
