"""Which part an instruction is about: sections, alinéas, sentences, lines of tables; what is done to it."""

from statuts.errors import WordingError
from statuts.model.instruction import Constitute, Delete, Insert, Move, Rewrite, Side, Unit
from statuts.model.message import msg
from statuts.wording import in_alineas, in_sections
from statuts.wording.places import Place, alineas_of
from statuts.wording.work import Work


def rewrite(work: Work, deed: Rewrite) -> None:
    """« est ainsi rédigé », « est remplacé par »."""
    if deed.element is not None and deed.element.unit is not Unit.SENTENCE:
        in_alineas.announced(deed.element, len(deed.content))
    for places in _together(work, deed):
        unit = places[0].unit
        if unit is Unit.HEADING:
            in_sections.rewrite_title(work, places[0], deed.content)
        elif unit is Unit.SENTENCE:
            in_alineas.rewrite_sentences(work, places, deed.content)
        elif unit is Unit.ROW:
            in_alineas.rewrite_row(work, places, deed.content)
        elif unit in in_alineas.IN_LINES:
            in_alineas.rewrite_lines(work, places, deed.content)
        elif unit is Unit.TEXT:
            in_sections.rewrite_text(work, deed.content)
        else:
            for place in places:
                in_sections.rewrite_section(work, place, deed.content)


def _together(work: Work, deed: Rewrite) -> list[list[Place]]:
    """The places of each address; all of them as one where they are alinéas of one article."""
    found = [work.find(address) for address in deed.places]
    if len(found) > 1 and all(place.unit in in_alineas.IN_LINES for places in found for place in places):
        return [[place for places in found for place in places]]
    if len(found) > 1 or (found and len(found[0]) > 1 and found[0][0].unit is Unit.ARTICLE):
        raise WordingError(
            msg("One wording is quoted for several places."), msg("make one instruction for each")
        )
    return found


def insert(work: Work, deed: Insert) -> None:
    """« il est inséré », « est complété par », « au début, il est ajouté »."""
    places = work.find(deed.place)
    if len(places) != 1 and deed.side in (Side.START, Side.END):
        raise WordingError(
            msg("One wording is quoted for several places."), msg("make one instruction for each")
        )
    place = places[0] if deed.side in (Side.BEFORE, Side.START) else places[-1]
    unit = deed.element.unit
    if unit in in_sections.IN_SECTIONS:
        in_sections.insert_sections(work, place, deed.side, deed.element, deed.content)
    elif unit is Unit.SENTENCE:
        in_alineas.insert_sentences(work, place, deed.side, deed.element, deed.content)
    elif unit is Unit.ROW:
        in_alineas.insert_rows(work, place, deed.side, deed.element, deed.content)
    elif unit in in_alineas.IN_LINES:
        in_alineas.insert_lines(work, place, deed.side, deed.element, deed.content)
    elif unit is Unit.HEADING and place.unit is Unit.TEXT:
        in_sections.insert_title(work, deed.content)
    else:
        raise WordingError(msg("Nothing of that sort can be inserted."))


def delete(work: Work, deed: Delete) -> None:
    """« est abrogé », « est supprimé »."""
    for address in deed.places:
        places = work.find(address)
        unit = places[0].unit
        if unit is Unit.TEXT:
            raise WordingError(msg("The whole text is not repealed by an instruction."))
        if unit in in_sections.IN_SECTIONS:
            in_sections.strike_sections(work, places, deed.heading_only)
            continue
        if unit in in_alineas.IN_LINES:
            in_alineas.refuse_unclear(places, work)
        if unit is Unit.SENTENCE:
            in_alineas.strike_sentences(work, places)
            continue
        for place in places:
            _strike(work, place)


def _strike(work: Work, place: Place) -> None:
    if place.unit is Unit.HEADING:
        in_sections.strike_title(work, place)
    elif place.unit is Unit.ROW:
        work.strike_row(place.portions[0], place.first, place.row)
    else:
        for p, k in alineas_of(work.text, place):
            work.strike_alinea(p, k)


def move(work: Work, deed: Move) -> None:
    """« est déplacé après »."""
    places, [target] = work.find(deed.place), work.find(deed.target)[:1]
    if places[0].unit in in_sections.IN_SECTIONS:
        if target.unit not in in_sections.IN_SECTIONS | {Unit.TEXT}:
            raise WordingError(msg("An article is moved after another one, not inside it: say which."))
        in_sections.move_sections(work, deed, places, target)
    elif places[0].unit in in_alineas.IN_LINES:
        in_alineas.move_lines(work, deed, places, target)
    else:
        raise WordingError(
            msg("Only articles, divisions and alinéas are moved; words are struck and inserted.")
        )


def constitute(work: Work, deed: Constitute) -> None:
    """« Les dispositions actuelles constituent un I »: the mark goes before the first alinéa."""
    within = [at for place in work.find(deed.place) for at in alineas_of(work.text, place)]
    if not within:
        raise WordingError(msg("No wording stands there that could be marked."))
    p, k = within[0]
    alinea = work.text.portions[p].alineas[k]
    work.splice(alinea.lead, alinea.lead, f"{deed.mark} ")
