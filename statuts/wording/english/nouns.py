"""English names of places and of what is quoted, as acts say them."""

from collections.abc import Sequence

from statuts.language.grammar import listed, ordinal
from statuts.language.words import keys
from statuts.model.instruction import Address, Element, Nature, Step, Unit, Words
from statuts.wording import quotes
from statuts.wording.ranks import is_run

DIVISIONS = {"titre": "Title", "chapitre": "Chapter", "partie": "Part", "livre": "Book", "section": "Section"}
_KNOWN = {**DIVISIONS, **{name.lower(): name for name in DIVISIONS.values()}}
NATURES = {
    Nature.WORDS: "word",
    Nature.PHRASE: "phrase",
    Nature.SENTENCE: "sentence",
    Nature.NUMBER: "number",
    Nature.FIGURE: "figure",
    Nature.RATE: "rate",
    Nature.AMOUNT: "amount",
    Nature.SUM: "sum",
    Nature.DATE: "date",
    Nature.YEAR: "year",
    Nature.REFERENCE: "reference",
    Nature.MENTION: "mention",
    Nature.SIGN: "sign",
    Nature.TITLE: "heading",
}
COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split()
NUMBERED = {Unit.ALINEA: "paragraph", Unit.DASH: "item", Unit.ROW: "row"}
_PAIRS = (("“", "”"), ("«", "»"))


def quoted(text: str) -> str:
    """One line between quotation marks, “ ” where they match whatever it holds."""
    return quotes.quoted(text, _PAIRS)


def quoted_lines(lines: Sequence[str]) -> str:
    """Several paragraphs: each opens with “, the last alone closes."""
    return quotes.quoted_lines(lines, _PAIRS)


def words_noun(words: Words) -> str:
    """« the word “neutral” », « the second occurrence of the words “…” », « … wherever they occur »."""
    several = words.nature is Nature.WORDS and len(keys(words.text)) != 1
    noun = f"the {NATURES[words.nature]}{'s' if several else ''} {quoted(words.text)}"
    if words.every:
        return f"{noun} wherever {'they occur' if several else 'it occurs'}"
    if words.ranks:
        ranks, plural = listed([_rank(r) for r in words.ranks], "en"), "s" if len(words.ranks) > 1 else ""
        return f"the {ranks} occurrence{plural} of {noun}"
    return noun


def _rank(rank: int) -> str:
    return "last" if rank == -1 else ordinal(rank, "en")


def address_noun(address: Address) -> str:
    """The whole address: « the first sentence of paragraph 2 of Article 3 »."""
    steps = [step for step in address if step.unit is not Unit.TEXT]
    if not steps:
        return "the statutes"
    said = " of ".join(step_noun(step) for step in reversed(steps))
    return f"{said} of the statutes" if len(steps) < len(address) else said


def step_noun(step: Step) -> str:
    """What one step of an address is called."""
    if step.unit is Unit.HEADING:
        return "the title"
    if step.unit is Unit.LEVEL:
        return f"point{'s' * (len(step.numbers) > 1)} {listed(list(step.numbers), 'en')}"
    if step.unit is Unit.TABLE:
        return f"table {step.ranks[0]}" if step.ranks else "the table"
    if step.unit is Unit.PREAMBLE:
        return "the preamble"
    if step.unit is Unit.SENTENCE:
        return _ranked(step, "sentence")
    if step.unit in NUMBERED:
        noun = NUMBERED[step.unit]
        if step.ranks and min(step.ranks) > 0:
            plural = "s" if len(step.ranks) > 1 else ""
            return f"{noun}{plural} {listed([str(rank) for rank in step.ranks], 'en')}"
        return _ranked(step, noun)
    noun = "Article" if step.unit is Unit.ARTICLE else "Annex"
    if step.unit is Unit.DIVISION:
        noun = _KNOWN.get(step.word, "division")
    title = f" entitled {quoted(step.title)}" if step.title else ""
    if step.numbers:
        return f"{noun}{'s' * (len(step.numbers) > 1)} {_numbers(step)}{title}"
    if step.ranks:
        return _ranked(step, noun)
    return f"the {noun}{title}"


def _ranked(step: Step, noun: str) -> str:
    ranks, count = step.ranks, len(step.ranks)
    if not ranks:
        return f"the {noun}"
    if count > 1 and ranks == tuple(range(-count, 0)):
        return f"the last {count} {noun}s"
    return f"the {listed([_rank(rank) for rank in ranks], 'en')} {noun}{'s' * (count > 1)}"


def _numbers(step: Step) -> str:
    numbers = step.numbers
    if step.through or is_run(numbers):
        return f"{numbers[0]} to {numbers[-1]}"
    return listed(list(numbers), "en")


def element_noun(element: Element, count: int) -> str:
    """What is inserted: « a new Article 9 bis entitled “…” », « two new paragraphs »."""
    if element.unit is Unit.HEADING:
        return "a title"
    if element.numbers or element.unit in (Unit.ARTICLE, Unit.DIVISION, Unit.ANNEX, Unit.PREAMBLE):
        step = Step(element.unit, element.numbers, title=element.title, word=element.word)
        noun = step_noun(step).removeprefix("the ")
        return f"new {noun}" if len(element.numbers) > 1 else f"a new {noun}"
    noun = {Unit.SENTENCE: "sentence", Unit.TABLE: "table"}.get(element.unit) or NUMBERED[element.unit]
    number = element.count or count
    if number == 1:
        return f"a new {noun}"
    said = COUNTS[number] if number < len(COUNTS) else str(number)
    return f"{said} new {noun}s"
