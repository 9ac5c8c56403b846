"""Macros of LaTeX that stand for letters and signs; macros that set nothing."""

import unicodedata

ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323",
}  # fmt: skip

SIGNS = {
    "oe": "œ", "OE": "Œ", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "ss": "ß", "i": "ı", "j": "ȷ", "ldots": "…", "dots": "…", "textellipsis": "…", "cdots": "…",
    "No": "N°", "no": "n°", "Nos": "N°s", "nos": "n°s", "ier": "er", "iere": "re", "ieme": "e",
    "iers": "ers", "ieres": "res", "iemes": "es", "primo": "1°", "secundo": "2°", "tertio": "3°",
    "quarto": "4°", "degre": "°", "degres": "°", "textdegree": "°", "euro": "€", "texteuro": "€",
    "EUR": "€", "officialeuro": "€", "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©",
    "textregistered": "®", "texttrademark": "™", "pounds": "£", "textendash": "–", "textemdash": "—",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”",
    "guillemotleft": "«", "guillemotright": "»", "textbackslash": "\\", "textasciitilde": "~",
    "textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_", "textbullet": "•",
    "textperiodcentered": "·", "textasteriskcentered": "*", "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX",
    "&": "&", "%": "%", "_": "_", "#": "#", "$": "$", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ",
    ",": "\u202f", "thinspace": "\u202f", ";": "\u00a0", ":": "\u00a0", "nobreakspace": "\u00a0",
    "nbsp": "\u00a0", "space": " ", "quad": " ", "qquad": " ", "enspace": " ", "geq": "≥", "ge": "≥",
    "leq": "≤", "le": "≤", "times": "×", "div": "÷", "pm": "±", "neq": "≠", "approx": "≈", "bullet": "•",
    "cdot": "·", "rightarrow": "→", "to": "→", "Rightarrow": "⇒", "leftarrow": "←", "infty": "∞",
    "dag": "†", "ddag": "‡", "checkmark": "✓", "square": "□", "Box": "□", "textordmasculine": "º",
    "dotfill": "…", "hrulefill": "____", "textonehalf": "½", "textsection": "§",
}  # fmt: skip

NOTHING = frozenset(
    "- / @ ! > < = + relax noindent indent centering raggedright raggedleft clearpage cleardoublepage"
    " newpage pagebreak nopagebreak linebreak nolinebreak smallskip medskip bigskip vfill hfill hline"
    " toprule midrule bottomrule tableofcontents tiny scriptsize footnotesize small normalsize large"
    " Large LARGE huge Huge normalfont rmfamily sffamily ttfamily upshape mdseries scshape"
    " frenchspacing sloppy fussy onehalfspacing doublespacing singlespacing xspace protect leavevmode"
    " unskip ignorespaces strut null allowbreak displaystyle limits left right big makeatletter"
    " makeatother begingroup endgroup bgroup egroup frontmatter mainmatter backmatter endhead"
    " endfirsthead endfoot endlastfoot nonumber hbox vbox flushbottom raggedbottom NoAutoSpacing"
    " AutoSpacing boldmath else fi phantomsection columnbreak newif".split()
)

# Macros that set nothing, and how many arguments go with them.
DROPPED = {
    "vspace": 1, "vspace*": 1, "hspace": 1, "hspace*": 1, "setlength": 2, "addtolength": 2,
    "pagestyle": 1, "thispagestyle": 1, "pagenumbering": 1, "geometry": 1, "hypersetup": 1,
    "addcontentsline": 3, "setstretch": 1, "linespread": 1, "hyphenation": 1, "graphicspath": 1,
    "definecolor": 3, "rule": 2, "fontsize": 2, "bibliographystyle": 1, "setlist": 1, "setmainfont": 1,
    "setsansfont": 1, "newlength": 1, "titlespacing": 4, "titlespacing*": 4, "cline": 1, "cmidrule": 1,
    "phantom": 1, "hphantom": 1, "vphantom": 1, "enlargethispage": 1, "sisetup": 1, "captionsetup": 1,
    "index": 1, "frenchbsetup": 1, "frenchsetup": 1, "inputencoding": 1, "DeclareUnicodeCharacter": 2,
    "pdfbookmark": 2, "hypertarget": 1, "colorbox": 1, "arrayrulecolor": 1, "rowcolor": 1,
    "cellcolor": 1, "setkomafont": 2, "addtokomafont": 2, "KOMAoptions": 1, "fancypagestyle": 1,
    "markboth": 2, "markright": 1, "pdfinfo": 1, "lstset": 1, "raisebox": 1,
}  # fmt: skip


def accented(accent: str, letter: str) -> str:
    """A letter with its accent: « é » of « \\'e »."""
    base = {"ı": "i", "ȷ": "j"}.get(letter[:1], letter[:1])
    return unicodedata.normalize("NFC", base + ACCENTS[accent]) + letter[1:]
