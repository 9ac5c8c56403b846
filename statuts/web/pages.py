"""The pages to look at: where one begins, a proposal as a whole, a version."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, request
from werkzeug import Response

from statuts.amend.outcome import Outcome, outcome
from statuts.archive.read import Archive
from statuts.desk.drafting import OPEN
from statuts.desk.lacks import missing
from statuts.desk.proposals import STAGES
from statuts.diff.compare import compare
from statuts.errors import StatutsError
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.operations import Act
from statuts.model.parts import Part, joined
from statuts.model.proposal import Numbering, Proposal, Stage
from statuts.render.filtering import DEFAULT
from statuts.render.html import Masthead, page_of
from statuts.render.html_articles import articles_of
from statuts.render.html_context import Context
from statuts.web.facts import Facts
from statuts.web.preview import counted, findings, say_old, say_proposed
from statuts.web.room import Known, Room, state_of

ACTS = {
    Act.REPLACE: msg("replaced"),
    Act.RETITLE: msg("retitled"),
    Act.INSERT: msg("inserted"),
    Act.REPEAL: msg("repealed"),
    Act.MOVE: msg("moved"),
    Act.RENUMBER: msg("renumbered"),
    Act.REFERENCE: msg("references updated"),
}
NUMBERINGS = {
    Numbering.KEEP: msg("as written: no number follows"),
    Numbering.SEQUENCE: msg("in sequence: later articles are renumbered, and the references to them"),
    Numbering.BIS: msg("bis: what is inserted takes the number before it, “12 bis”"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the text on the overview: its heading, what happens to it, and what may be done."""

    id: str
    label: str
    acts: str
    is_article: bool
    gone: bool = False
    touched: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal on the first page; `problem` where it cannot be read."""

    text: str
    name: str
    title: str
    stage: str
    author: str = ""
    open: bool = True
    problem: str = ""


def add_pages(app: Flask, room: Room) -> None:
    """The pages that are only read."""

    @app.get("/")
    def start() -> Response:
        archive = room.archive()
        texts = [archive.history(text) for text in archive.texts]
        rows = [row for text in archive.texts for row in _rows(room, archive, text)]
        bases = [row for row in rows if row.open]
        values = {"association": archive.association, "texts": texts, "rows": rows, "bases": bases}
        return room.page("desk_start.html", values)

    @app.get("/propositions/<text>/<name>")
    def proposal(text: str, name: str) -> Response:
        archive = room.archive()
        return overview(room, archive, room.proposal(archive, text, name))

    @app.get("/propositions/<text>/<name>/lecture")
    def reading(text: str, name: str) -> Response:
        archive = room.archive()
        found = room.proposal(archive, text, name)
        known = room.known(archive, found)
        after = read(joined(outcome(known.parts, found).parts))
        redline = compare(known.document, after, say_old(room.kit.voice), found.title)
        values = {
            "association": archive.association,
            "proposal": found,
            "stage": room.say(STAGES[found.stage]),
            "page": page_of(redline, DEFAULT, _head(room, archive, found.title), room.say),
            "address": f"/propositions/{text}/{name}",
        }
        return room.page("desk_reading.html", values)

    @app.get("/textes/<text>/<name>")
    def version(text: str, name: str) -> Response:
        archive = room.archive()
        found = room.version(archive, text, name)
        history = archive.history(text)
        document = read(archive.source(found))
        redline = compare(document, document)
        page = page_of(redline, DEFAULT, _head(room, archive, found.label), room.say)
        values = {
            "association": archive.association,
            "history": history,
            "version": found,
            "page": page,
            "adopted": "adopte" in request.args,
            "latest": history.latest.name == found.name,
            "offers": room.kit.offers(Stage.ADOPTED),
        }
        return room.page("desk_text.html", values)


def _head(room: Room, archive: Archive, title: str) -> Masthead:
    voice = room.kit.voice
    return Masthead(voice.language, title, say_old(voice), say_proposed(voice), accent="")


def _rows(room: Room, archive: Archive, text: str) -> Iterator[Row]:
    for name in archive.proposals(text):
        try:
            found = archive.proposal(text, name)
        except StatutsError as error:
            yield Row(text, name, name, "", open=False, problem=room.say(error.message))
            continue
        stage = room.say(STAGES[found.stage])
        yield Row(text, name, named(found.title), stage, named(found.author), found.stage in OPEN)


def overview(
    room: Room, archive: Archive, proposal: Proposal, notice: str = "", status: int = 200
) -> Response:
    """A proposal as a whole: what it changes, what it lacks, what may be done with it."""
    history = archive.history(proposal.text)
    values = {
        "association": archive.association,
        "history": history,
        "proposal": proposal,
        "notice": notice,
        "stage": room.say(STAGES[proposal.stage]),
        "open": proposal.stage in OPEN,
        "stages": Stage,
        "facts": Facts.of(proposal),
        "numberings": [
            (str(key), room.say(said), key is proposal.numbering) for key, said in NUMBERINGS.items()
        ],
        "state": state_of(proposal),
        "offers": room.kit.offers(proposal.stage),
        "sub_amendments": [
            row for row in _rows(room, archive, proposal.text) if _base(archive, row) == proposal.name
        ],
        "problem": "",
        "overtaken": "",
        "amends": "",
        "looked": False,
        "changed": (),
        "lines": (),
        "findings": (),
        "lacks": (),
        "figures": "",
    }
    try:
        known = room.known(archive, proposal)
        values |= _looked_at(room, archive, proposal, known)
    except StatutsError as error:
        values |= {"problem": room.say(error.message), "hint": room.say(error.hint) if error.hint else ""}
    return room.page("desk_proposal.html", values, status)


def _base(archive: Archive, row: Row) -> str:
    return archive.proposal(row.text, row.name).base if not row.problem else ""


def _looked_at(room: Room, archive: Archive, proposal: Proposal, known: Known) -> dict[str, object]:
    version = known.ground.version
    latest = archive.history(proposal.text).latest
    found = outcome(known.parts, proposal)
    redline = compare(known.document, read(joined(found.parts)), say_old(room.kit.voice), proposal.title)
    context = Context(redline.articles, DEFAULT, room.say)
    return {
        "amends": named(version.label)
        if proposal.base == version.name
        else archive.proposal(proposal.text, proposal.base).title,
        "overtaken": named(latest.label) if latest.name != version.name and proposal.stage in OPEN else "",
        "looked": True,
        "changed": [each for each in articles_of(redline.articles, context) if not each.quiet],
        "lines": tuple(lines_of(room, proposal, known, found)),
        "findings": findings(known, proposal, "", room.kit.voice),
        "lacks": [room.say(lack) for lack in missing(proposal, found, archive.association)],
        "figures": counted(redline, room.kit.voice),
    }


def lines_of(room: Room, proposal: Proposal, known: Known, found: Outcome) -> Iterator[Line]:
    """Every part as it would become, in order, then those that go."""
    acts: dict[str, list[str]] = {}
    for operation in found.operations:
        acts.setdefault(operation.article, []).append(room.say(ACTS[operation.act]))
    ids = {part.id for part in found.parts}
    for part in found.parts:
        if part.kind is SectionKind.TITLE:
            continue
        yield Line(
            part.id,
            label_of(part),
            ", ".join(acts.get(part.id, ())),
            part.kind is not SectionKind.DIVISION,
            touched=part.id in {operation.article for operation in proposal.operations},
            draft=room.drafts.find((proposal.text, proposal.name, "article", part.id)) is not None,
        )
    for part in known.parts:
        if part.id not in ids:
            yield Line(part.id, label_of(part), room.say(ACTS[Act.REPEAL]), True, gone=True, touched=True)


def label_of(part: Part) -> str:
    """The heading of a part as people say it; its id where it has none."""
    sections = read(part.markdown).sections
    return named(sections[0].label if sections and sections[0].label else part.id)
