"""Counters of LaTeX and what is shown of them: « 1.2 », « (a) », « Chapitre 3 »."""

from statuts.importers.numerals import numeral

SECTIONS = ("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph")
ITEMS = ("enumi", "enumii", "enumiii", "enumiv")
STYLES = {
    "arabic": "decimal",
    "alph": "lower-alpha",
    "Alph": "upper-alpha",
    "roman": "lower-roman",
    "Roman": "upper-roman",
}
_ORDINALS = (
    "Première Deuxième Troisième Quatrième Cinquième Sixième Septième Huitième Neuvième Dixième"
    " Onzième Douzième Treizième Quatorzième Quinzième Seizième Dix-septième Dix-huitième"
    " Dix-neuvième Vingtième".split()
)


class Counters:
    """All counters of a text. `has_chapters` and `is_french` change what is shown."""

    def __init__(self) -> None:
        self.has_chapters = self.is_french = self.is_appendix = False
        self.depth: int | None = None
        self._values: dict[str, int] = dict.fromkeys((*SECTIONS, *ITEMS, "footnote"), 0)
        self._within: dict[str, str] = {}

    def new(self, name: str, within: str = "") -> None:
        """A counter of the text's own."""
        self._values.setdefault(name, 0)
        if within:
            self._within[name] = within

    def set(self, name: str, value: int) -> None:
        """Give a counter a value."""
        self._values[name] = max(-(10**6), min(10**6, value))

    def value(self, name: str) -> int:
        """What a counter stands at."""
        return self._values.get(name, 0)

    def step(self, name: str) -> int:
        """Count one further; what counts within it starts anew."""
        self.set(name, self.value(name) + 1)
        below = list(SECTIONS[SECTIONS.index(name) + 1 :]) if name in SECTIONS[1:] else []
        below += [inner for inner, outer in self._within.items() if outer == name]
        for inner in below:
            self._values[inner] = 0
        return self._values[name]

    def is_numbered(self, rank: str) -> bool:
        """Whether headings of a rank have a number."""
        depth = self.depth if self.depth is not None else (2 if self.has_chapters else 3)
        return SECTIONS.index(rank) - 1 <= depth

    def written(self, name: str, style: str) -> str:
        """A counter in a style: `arabic`, `alph`…"""
        return numeral(self.value(name), STYLES[style])

    def above(self, name: str) -> str:
        """The counter whose number stands before this one's: « 1.2 »; empty where none does."""
        first = SECTIONS.index("chapter" if self.has_chapters else "section")
        if name in self._within:
            return self._within[name]
        return SECTIONS[SECTIONS.index(name) - 1] if name in SECTIONS[first + 1 :] else ""

    def shown(self, name: str) -> str:
        """What `\\the…` shows unless the text says otherwise."""
        first = "chapter" if self.has_chapters else "section"
        if name == first:
            return self.written(name, "Alph" if self.is_appendix else "arabic")
        if name == "part":
            return self.written(name, "Roman")
        styles = dict(zip(ITEMS, ("arabic", "alph", "roman", "Alph"), strict=True))
        return self.written(name, styles.get(name, "arabic"))

    def heading(self, rank: str, shown: str) -> str:
        """The label of a heading that shows `shown`."""
        if rank == "part":
            number = self.value("part")
            if self.is_french and 0 < number <= len(_ORDINALS):
                return f"{_ORDINALS[number - 1]} partie"
            return f"Part {shown}"
        if rank == "chapter":
            names = ("Annexe", "Chapitre") if self.is_french else ("Appendix", "Chapter")
            return f"{names[0] if self.is_appendix else names[1]} {shown}"
        return shown
