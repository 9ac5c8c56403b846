"""Pairs of texts in which what a line is hangs on those around it: words, a rule or an underline; a row or words."""

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
"""Words change below the line of signs. Nothing in an article tells what that line is: its heading may be the
third line of what Markdown takes for one underlined paragraph. Only the reading of the whole text knows."""

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

_TABLE = "| a | b |\n|---|---|\n| Le bureau | siège |\n"

ROWS = [
    (f"{above}{one}{below}", f"{above}{other}{below}")
    for above in ("", "Un.\n\n", "## Article 1\n\n", "- Un.\n\n")
    for below in ("", "Deux.\n", "\nDeux.\n", "\n| c | d |\n|---|---|\n| 3 | 4 |\n")
    for one, other in (
        (_TABLE, _TABLE.replace("|---|---|\n", "")),
        (_TABLE, _TABLE.replace("|---|---|", "|---|")),
        (_TABLE, _TABLE.replace("| Le", "\n| Le")),
        (_TABLE, "a\nb\n---\nLe bureau siège.\n"),
        (f"Article 3 – Un bureau\n{_TABLE}", "**Article 3.** Un bureau a, b\n"),
        (f"Article 2 – {_TABLE[2:]}", "Article 2 – a\nb\n"),
    )
]
"""Rows of a table in one text are words in the other."""
