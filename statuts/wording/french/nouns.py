"""French nouns of acts: addresses, what is quoted, what is inserted; their gender, number and article."""

from typing import NamedTuple

from statuts.language.grammar import cardinal, listed, ordinal
from statuts.language.words import keys
from statuts.model.instruction import Address, Element, Nature, Step, Unit, Words
from statuts.wording.quotes import quoted
from statuts.wording.ranks import is_run
from statuts.wording.speech import IsSecond

_FEMININE_DIVISIONS = frozenset({"section", "sous-section", "partie", "annexe", "sous-partie"})
_VOWELS = "aàâeéèêëiîïoôuùûh"
_NOT_ELIDED = ("huit", "onz", "un ", "une ")  # « le huitième », « le onzième »


class Noun(NamedTuple):
    """A noun group without its article: « deuxième alinéa », « articles 3 et 5 »."""

    words: str
    feminine: bool = False
    plural: bool = False
    elided: bool = True  # « l’article »; but « le a », « le II »

    @property
    def the(self) -> str:
        """« le deuxième alinéa », « l’article 3 », « les articles 3 et 5 »."""
        if self.plural:
            return f"les {self.words}"
        if self.elided and self.words[:1].lower() in _VOWELS and not self.words.startswith(_NOT_ELIDED):
            return f"l’{self.words}"
        return f"{'la' if self.feminine else 'le'} {self.words}"

    @property
    def to(self) -> str:
        """« au deuxième alinéa », « à l’article 3 », « aux articles 3 et 5 »."""
        return (
            f"aux {self.words}"
            if self.plural
            else "au " + self.words
            if self.the.startswith("le ")
            else f"à {self.the}"
        )

    @property
    def of(self) -> str:
        """« du deuxième alinéa », « de l’article 3 », « des articles 3 et 5 »."""
        return (
            f"des {self.words}"
            if self.plural
            else "du " + self.words
            if self.the.startswith("le ")
            else f"de {self.the}"
        )

    @property
    def agreement(self) -> str:
        """The ending of a participle: « », « e », « s », « es »."""
        return ("e" if self.feminine else "") + ("s" if self.plural else "")

    @property
    def are(self) -> str:
        """« est » or « sont »."""
        return "sont" if self.plural else "est"


_NATURES = {
    Nature.WORDS: ("mot", False),
    Nature.PHRASE: ("membre de phrase", False),
    Nature.SENTENCE: ("phrase", True),
    Nature.NUMBER: ("nombre", False),
    Nature.FIGURE: ("chiffre", False),
    Nature.RATE: ("taux", False),
    Nature.AMOUNT: ("montant", False),
    Nature.SUM: ("somme", True),
    Nature.DATE: ("date", True),
    Nature.YEAR: ("année", True),
    Nature.REFERENCE: ("référence", True),
    Nature.MENTION: ("mention", True),
    Nature.SIGN: ("signe", False),
    Nature.TITLE: ("intitulé", False),
}


def noun_of(words: Words) -> Noun:
    """What quoted words are called, and the quotation: « mot : « neutre » »."""
    name, feminine = _NATURES[words.nature]
    plural = words.nature is Nature.WORDS and len(keys(words.text)) != 1
    shown = f"{name}s" if plural else name
    return Noun(f"{shown}\u00a0: {quoted(words.text)}", feminine, plural)


def occurrence_of(words: Words) -> Noun:
    """The same, with the occurrence that is meant: « seconde occurrence du mot : « neutre » »."""
    noun = noun_of(words)
    if not words.ranks:
        return noun
    of = noun.of
    if len(words.ranks) == 1:
        return Noun(f"{rank(words.ranks[0], feminine=True)} occurrence {of}", True, False)
    ranks = listed([rank(r, feminine=True) for r in words.ranks], "fr")
    return Noun(f"{ranks} occurrences {of}", True, True)


def rank(number: int, *, feminine: bool, second: bool = False) -> str:
    """« premier », « deuxième », « second » (of two), « dernier », « avant-dernier »."""
    if number == -1:
        return "dernière" if feminine else "dernier"
    if number == -2:
        return "avant-dernière" if feminine else "avant-dernier"
    if number == 1:
        return "première" if feminine else "premier"
    if second:
        return "seconde" if feminine else "second"
    return ordinal(number, "fr")


_RANKED = {
    Unit.ALINEA: ("alinéa", "alinéas", False),
    Unit.DASH: ("tiret", "tirets", False),
    Unit.SENTENCE: ("phrase", "phrases", True),
    Unit.ROW: ("ligne", "lignes", True),
    Unit.TABLE: ("tableau", "tableaux", False),
    Unit.ARTICLE: ("article", "articles", False),
    Unit.ANNEX: ("annexe", "annexes", True),
    Unit.PREAMBLE: ("préambule", "préambules", False),
}


def step_noun(step: Step, *, second: bool = False) -> Noun:
    """What one step of an address is called."""
    if step.unit is Unit.TEXT:
        return Noun("statuts", False, True)
    if step.unit is Unit.HEADING:
        return Noun("intitulé")
    if step.unit is Unit.LEVEL:
        return Noun(_numbers(step), False, len(step.numbers) > 1, elided=False)
    if step.unit is Unit.DIVISION:
        word = step.word or "titre"
        feminine = word in _FEMININE_DIVISIONS
        singular, plural = word, f"{word}s"
    else:
        singular, plural, feminine = _RANKED[step.unit]
    if step.numbers:
        several = len(step.numbers) > 1
        words = f"{plural if several else singular} {_numbers(step)}"
    elif step.ranks:
        several = len(step.ranks) > 1
        words = _ranks(step, feminine, second) + " " + (plural if several else singular)
    else:
        several, words = False, singular
    if step.title:
        words += f" intitulé{'e' if feminine else ''} {quoted(step.title)}"
    return Noun(words, feminine, several)


def _ranks(step: Step, feminine: bool, second: bool) -> str:
    count = len(step.ranks)
    if count > 1 and step.ranks == tuple(range(-count, 0)):
        return f"{cardinal(count)} {'dernières' if feminine else 'derniers'}"
    if count > 1 and step.ranks == tuple(range(1, count + 1)):
        return f"{cardinal(count)} {'premières' if feminine else 'premiers'}"
    said = [rank(r, feminine=feminine, second=second and r == 2) for r in step.ranks]
    if step.through and len(said) == 2:
        return f"{said[0]} à {said[1]}"
    return listed(said, "fr")


def _numbers(step: Step) -> str:
    numbers = step.numbers
    if step.through or is_run(numbers):
        return f"{numbers[0]} à {numbers[-1]}"
    return listed(list(numbers), "fr")


def address_noun(address: Address, subject: str, is_second: IsSecond, *, full: bool = True) -> Noun:
    """The whole address, from the finest step: « premier alinéa de l’article 1er des statuts ».

    `subject` is « des statuts », said after the part it stands in where `full`.
    """
    steps = [step for step in address if step.unit is not Unit.TEXT]
    if not steps:
        return subject_noun(subject)
    nouns = []
    for step in steps:
        here = address[: address.index(step) + 1]
        is_2 = bool(step.ranks) and 2 in step.ranks and is_second(here)
        nouns.append(step_noun(step, second=is_2))
    finest = nouns[-1]
    words = finest.words + "".join(f" {noun.of}" for noun in reversed(nouns[:-1]))
    if full:
        words += f" {subject}"
    return Noun(words, finest.feminine, finest.plural, finest.elided)


def subject_of(text: str) -> str:
    """« des statuts », « du règlement intérieur », « du texte « … » »."""
    known = {"statuts": "des statuts", "reglement-interieur": "du règlement intérieur"}
    return known.get(text, f"du texte {quoted(text)}")


def subject_noun(subject: str) -> Noun:
    """The text itself, from its genitive."""
    if subject.startswith("des "):
        return Noun(subject.removeprefix("des "), False, True)
    return Noun(subject.removeprefix("du "))


def element_noun(element: Element, count: int) -> Noun:
    """What is inserted, with how many: « un alinéa », « trois phrases », « un article 9 bis »."""
    number = element.count or count
    if element.numbers:
        step = Step(element.unit, element.numbers, word=element.word, through=element.through)
        noun = step_noun(step)
        article = "des" if noun.plural else "une" if noun.feminine else "un"
        return Noun(f"{article} {noun.words}", noun.feminine, noun.plural)
    if element.unit is Unit.HEADING:
        return Noun("un intitulé")
    if element.unit is Unit.DIVISION:
        word = element.word or "titre"
        feminine = word in _FEMININE_DIVISIONS
        return Noun(f"{'une' if feminine else 'un'} {word}", feminine)
    singular, plural, feminine = _RANKED[element.unit]
    if number <= 1:
        return Noun(f"{'une' if feminine else 'un'} {singular}", feminine)
    return Noun(f"{cardinal(number)} {plural}", feminine, True)
