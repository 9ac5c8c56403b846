"""What is said of one place in French, in either style: « le mot est remplacé », « remplacer le mot »."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.language.grammar import capitalised, listed
from statuts.model.instruction import (
    Address,
    AddWords,
    Constitute,
    Deed,
    Delete,
    DeleteWords,
    Element,
    Insert,
    InsertWords,
    Move,
    Renumber,
    ReplaceRest,
    ReplaceWords,
    Restore,
    Rewrite,
    Side,
    Unit,
    Words,
)
from statuts.wording.french.nouns import Noun, address_noun, element_noun, noun_of, occurrence_of, step_noun
from statuts.wording.layout import PORTIONS, Item, Style, place_of
from statuts.wording.quotes import quoted, quoted_lines
from statuts.wording.speech import IsSecond

_INLINE = frozenset({Unit.SENTENCE, Unit.HEADING})
_ABROGATED = PORTIONS | {Unit.LEVEL}


@dataclass(frozen=True, slots=True)
class Clauses:
    """Says items; `subject` is « des statuts », `about` the part that the chapeau has named already."""

    style: Style
    subject: str
    is_second: IsSecond
    about: Address = ()

    @property
    def _acts(self) -> bool:
        return self.style is Style.ACT

    def sentence(self, item: Item) -> str:
        """One sentence, without its final stop."""
        deed = item.deeds[0]
        if isinstance(deed, ReplaceWords | DeleteWords | InsertWords):
            return self._on_words(item.deeds)
        if isinstance(deed, AddWords):
            return self._added_words(deed)
        if isinstance(deed, Rewrite):
            return self._rewritten(deed)
        if isinstance(deed, Insert):
            return self._inserted(deed)
        if isinstance(deed, Delete):
            return self._struck(deed)
        if isinstance(deed, Renumber):
            return self._renumbered(deed)
        if isinstance(deed, Move):
            return self._moved(deed)
        if isinstance(deed, Restore):
            noun = self._noun(deed.place)
            said = (
                f"{noun.the} est ainsi rétabli{noun.agreement}"
                if self._acts
                else f"rétablir ainsi {noun.the}"
            )
            return capitalised(f"{said}\u00a0:{_content(deed.content)}")
        if isinstance(deed, Constitute):
            of = self._noun(deed.place).of
            said = "constituent" if self._acts else "devenir"
            return capitalised(f"les dispositions actuelles {of} {said} un {deed.mark}")
        assert isinstance(deed, ReplaceRest)
        return self._rest(deed)

    def chapeau(self, address: Address) -> str:
        """« Le troisième alinéa est ainsi modifié : », inside another chapeau."""
        return _announced(self._noun(address), self.style)

    def _noun(self, address: Address) -> Noun:
        """An address as it is said here: without what the chapeau has named."""
        if not self.about:
            return address_noun(address, self.subject, self.is_second)
        if len(address) == len(self.about):
            return address_noun(address, self.subject, self.is_second, full=False)
        skipped = len(self.about)

        def second(short: Address) -> bool:
            return self.is_second((*self.about, *short))

        return address_noun(address[skipped:], self.subject, second, full=False)

    def _is_named(self, address: Address) -> bool:
        """Whether the chapeau has said all of an address."""
        return bool(self.about) and len(address) == len(self.about)

    def _on_words(self, deeds: Sequence[Deed]) -> str:
        place = place_of(deeds[0])
        named = self._is_named(place)
        whole = not [step for step in place if step.unit is not Unit.TEXT]
        where = f"dans l’ensemble {self.subject}" if whole else self._noun(place).to
        said = [self._word_clause(deed) for deed in deeds]
        if self._acts:
            return capitalised(listed(said, "fr") if named else f"{where}, {listed(said, 'fr')}")
        verb = [self._infinitive(deed) for deed in deeds]
        if named:
            return capitalised(listed(verb, "fr"))
        return capitalised(f"{where}, {listed(verb, 'fr')}")

    def _word_clause(self, deed: Deed) -> str:
        if isinstance(deed, ReplaceWords):
            old, new = occurrence_of(deed.old), noun_of(deed.new)
            return f"{old.the}{_everywhere(deed.old)} {old.are} remplacé{old.agreement} par {new.the}"
        if isinstance(deed, DeleteWords):
            old = occurrence_of(deed.old)
            return f"{old.the}{_everywhere(deed.old)} {old.are} supprimé{old.agreement}"
        assert isinstance(deed, InsertWords)
        anchor, new = occurrence_of(deed.anchor), noun_of(deed.new)
        side = "avant" if deed.side is Side.BEFORE else "après"
        return f"{side} {anchor.the}, {new.are} inséré{new.agreement} {new.the}"

    def _infinitive(self, deed: Deed) -> str:
        if isinstance(deed, ReplaceWords):
            return (
                f"remplacer {occurrence_of(deed.old).the}{_everywhere(deed.old)} par {noun_of(deed.new).the}"
            )
        if isinstance(deed, DeleteWords):
            return f"supprimer {occurrence_of(deed.old).the}{_everywhere(deed.old)}".rstrip(",")
        assert isinstance(deed, InsertWords)
        side = "avant" if deed.side is Side.BEFORE else "après"
        return f"{side} {occurrence_of(deed.anchor).the}, insérer {noun_of(deed.new).the}"

    def _added_words(self, deed: AddWords) -> str:
        place = deed.places[0]
        noun, new = self._noun(place), noun_of(deed.new)
        if deed.side is Side.START:
            said = f"{new.are} ajouté{new.agreement}" if self._acts else "ajouter"
            return capitalised(f"au début {noun.of}, {said} {new.the}")
        return capitalised(f"{self._completed(place, noun)} par {new.the}")

    def _completed(self, place: Address, noun: Noun) -> str:
        if not self._acts:
            return f"compléter {noun.the}"
        if self._is_named(place):
            return "elle est complétée" if noun.feminine else "il est complété"
        return f"{noun.the} {noun.are} complété{noun.agreement}"

    def _rewritten(self, deed: Rewrite) -> str:
        place = deed.places[0]
        noun = self._noun(place)
        content = _content(deed.content, inline=place[-1].unit in _INLINE and len(deed.content) == 1)
        if deed.element is not None:
            new = element_noun(deed.element, len(deed.content))
            said = (
                f"{noun.the} {noun.are} remplacé{noun.agreement}" if self._acts else f"remplacer {noun.the}"
            )
            return capitalised(f"{said} par {new.words} ainsi rédigé{new.agreement}\u00a0:{content}")
        if not self._acts:
            return capitalised(f"rédiger ainsi {noun.the}\u00a0:{content}")
        if self._is_named(place):
            return capitalised(f"il est ainsi rédigé\u00a0:{content}")
        return capitalised(f"{noun.the} {noun.are} ainsi rédigé{noun.agreement}\u00a0:{content}")

    def _inserted(self, deed: Insert) -> str:
        new = element_noun(deed.element, len(deed.content))
        worded = self._wording(deed.element, deed.content, new)
        noun = self._noun(deed.place)
        if deed.side is Side.END and deed.element.unit not in PORTIONS:
            return capitalised(f"{self._completed(deed.place, noun)} par {new.words}{worded}")
        if deed.side in (Side.START, Side.END):
            edge = "au début" if deed.side is Side.START else "à la fin"
            verb = "ajouté" if deed.element.unit not in PORTIONS else "inséré"
            said = self._put(verb, new)
            return capitalised(f"{edge} {noun.of}, {said} {new.words}{worded}")
        side = "avant" if deed.side is Side.BEFORE else "après"
        said = self._put("inséré", new)
        return capitalised(f"{side} {noun.the}, {said} {new.words}{worded}")

    def _put(self, verb: str, new: Noun) -> str:
        """« il est inséré un alinéa », « sont insérés deux alinéas », « insérer deux alinéas »."""
        if not self._acts:
            return f"{verb.removesuffix('é')}er"
        return f"sont {verb}{new.agreement}" if new.plural else f"il est {verb}"

    def _wording(self, element: Element, content: Sequence[str], new: Noun) -> str:
        """« ainsi rédigé : » and what is quoted; « intitulé : « … » » where there is a title."""
        entitled = f" intitulé{new.agreement} {quoted(element.title)}" if element.title else ""
        if not content:
            return entitled
        inline = element.unit in _INLINE and len(content) == 1
        joint = " et" if entitled else ""
        return f"{entitled}{joint} ainsi rédigé{new.agreement}\u00a0:{_content(content, inline=inline)}"

    def _struck(self, deed: Delete) -> str:
        nouns = [self._noun(place) for place in deed.places]
        if len(nouns) > 1:
            the = listed([noun.the for noun in nouns], "fr")
            noun = Noun("", all(noun.feminine for noun in nouns), True)
        else:
            noun = nouns[0]
            the = noun.the
        if deed.heading_only:
            if not self._acts:
                return capitalised(f"supprimer la division et l’intitulé {noun.of}")
            return capitalised(f"la division et l’intitulé {noun.of} sont supprimés")
        repeals = deed.places[0][-1].unit in _ABROGATED
        if not self._acts:
            return capitalised(f"{'abroger' if repeals else 'supprimer'} {the}")
        return capitalised(f"{the} {noun.are} {'abrogé' if repeals else 'supprimé'}{noun.agreement}")

    def _renumbered(self, deed: Renumber) -> str:
        old = self._noun(deed.place)
        new = step_noun(deed.new)
        respectively = ", respectivement," if old.plural else ""
        becomes = "deviennent" if old.plural else "devient"
        if self._acts:
            return capitalised(f"{old.the} {becomes}{respectively} {new.the}")
        return capitalised(f"renuméroter {old.the}{respectively} en {new.words}")

    def _moved(self, deed: Move) -> str:
        noun, target = self._noun(deed.place), self._noun(deed.target)
        where = {
            Side.AFTER: f"après {target.the}",
            Side.BEFORE: f"avant {target.the}",
            Side.START: f"au début {target.of}",
            Side.END: f"à la fin {target.of}",
        }[deed.side]
        if self._acts:
            return capitalised(f"{noun.the} {noun.are} déplacé{noun.agreement} {where}")
        return capitalised(f"déplacer {noun.the} {where}")

    def _rest(self, deed: ReplaceRest) -> str:
        anchor, noun = occurrence_of(deed.anchor), self._noun(deed.places[0])
        new = deed.new
        edge = (
            f"après {anchor.the}, la fin {noun.of}"
            if deed.side is Side.AFTER
            else f"le début {noun.of}, jusqu’{anchor.to}"
        )
        gender = "e" if deed.side is Side.AFTER else ""
        if new is None:
            return capitalised(f"{edge} est supprimé{gender}")
        return capitalised(f"{edge} est ainsi rédigé{gender}\u00a0: {quoted(new)}")


def chapeau(about: Address, style: Style, subject: str, is_second: IsSecond) -> str:
    """« L’article 1er des statuts est ainsi modifié : »."""
    return _announced(address_noun(about, subject, is_second), style)


def _announced(noun: Noun, style: Style) -> str:
    if style is Style.ACT:
        return capitalised(f"{noun.the} {noun.are} ainsi modifié{noun.agreement}\u00a0:")
    return capitalised(f"modifier ainsi {noun.the}\u00a0:")


def _everywhere(words: Words) -> str:
    if not words.every:
        return ""
    plural = noun_of(words).plural
    return ", partout où ils figurent," if plural else ", partout où il figure,"


def _content(lines: Sequence[str], *, inline: bool = False) -> str:
    if inline:
        return f" {quoted(lines[0])}"
    return "\n\n" + quoted_lines(lines)
