"""From TOML to values: what `archive.toml`, `version.toml` and `register.toml` may say."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from statuts.archive.load import Row, split
from statuts.archive.toml import Table, parse
from statuts.errors import ArchiveError
from statuts.model.archive import (
    Association,
    Basis,
    Decision,
    Entry,
    Fact,
    FactKind,
    Language,
    Quorum,
    Regime,
    Resolution,
    Result,
    Rule,
    Seat,
    Version,
    VersionKind,
    Votes,
)
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.names import is_name
from statuts.model.operations import Act, Operation
from statuts.model.proposal import Numbering, Proposal, Stage

_KINDS = {str(kind): kind for kind in SectionKind}


@dataclass(frozen=True, slots=True)
class ArchiveFacts:
    """What `archive.toml` says: whose archive it is, and the titles of its texts by id."""

    association: Association
    titles: dict[str, str]


def read_archive_facts(source: str, file: str) -> ArchiveFacts:
    """The values of an `archive.toml`. Raises `ArchiveError`, with the line."""
    top = parse(source, file)
    top.check_format()
    table = top.needed_table("association")
    association = Association(
        name=table.needed("name"),
        sigle=table.text("sigle"),
        regime=table.choice("regime", Regime) or Regime.LAW_1901,
        rna=table.text("rna"),
        siren=table.text("siren"),
        seat=_seat(table.table("seat")),
        founded=table.day("founded"),
        language=table.choice("language", Language) or Language.FRENCH,
        accent=table.colour("accent"),
        rules=tuple(_rule(name, rule) for name, rule in top.below("rules")),
    )
    titles = {name: _title(text) for name, text in top.below("texts")}
    table.close()
    top.close()
    return ArchiveFacts(association, titles)


def _title(table: Table) -> str:
    title = table.needed("title")
    table.close()
    return title


def _seat(table: Table | None) -> Seat:
    if table is None:
        return Seat()
    seat = Seat(table.text("address"), table.text("postcode"), table.text("town"), table.text("departement"))
    table.close()
    return seat


def _rule(name: str, table: Table) -> Rule:
    rule = Rule(
        name,
        table.needed("wording"),
        table.needed("clause"),
        table.text("text"),
        table.number("days"),
        table.share("share"),
        table.choice("of", Basis) or Basis.CAST,
    )
    table.close()
    return rule


def read_version(data: bytes, source: str, file: str, text: str, name: str) -> Version:
    """The values of the `version.toml` of version `name` of `text`. Raises `ArchiveError`, with the line."""
    head, rows = split(source)
    contents = _plain_contents(rows)
    top = parse(head if contents else source, file)
    top.check_format()
    for key, expected in (("text", text), ("version", name)):
        if top.name(key) != expected:
            raise ArchiveError(
                msg(
                    "{file}, line {line}: “{key}” is not the name of the folder, “{folder}”.",
                    **top.at(key),
                    key=key,
                    folder=expected,
                ),
                msg("give the folder its old name back: the name is part of what was adopted"),
            )
    follows = top.table("follows")
    complete = top.flag("complete")
    version = Version(
        text=text,
        name=name,
        label=top.needed("label"),
        kind=top.chosen("kind", VersionKind),
        contents=contents or _contents(top),
        digest=top.needed_sha256("sha256"),
        manifest=sha256(data).hexdigest(),
        adopted=top.day("adopted"),
        in_force=top.day("in_force"),
        ends=top.day("ends"),
        validity=top.text("validity"),
        complete=True if complete is None else complete,
        note=top.text("note"),
        decision=_decision(top.table("decision")),
        follows=follows.name("version") if follows else "",
        follows_manifest=follows.needed_sha256("sha256") if follows else "",
        proposal=top.text("proposal"),
        operations=read_operations(top),
    )
    if follows:
        follows.close()
    top.close()
    return version


def _plain_contents(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """The parts of a version that has them plainly written; nothing where one of them is wrong.

    Then `_contents` looks again, and says what is wrong, and where.
    """
    entries: dict[str, Entry] = {}
    for kind, name, division, digest, heading in rows:
        known = _KINDS.get(kind)
        if known is None or name in entries or not is_name(name) or (division and division not in entries):
            return ()
        entries[name] = Entry.checked(known, name, division, digest, heading)
    return tuple(entries.values())


def read_operations(top: Table) -> tuple[Operation, ...]:
    """The `[[operations]]` of a version or a proposal."""
    found = []
    for table in top.tables("operations"):
        act = table.chosen("op", Act)
        after, division = table.text("after"), table.text("division")
        if (after or division) and act not in (Act.INSERT, Act.MOVE):
            raise ArchiveError(
                msg("{file}, line {line}: only what is inserted or moved has a place.", **table.at("op")),
                msg('take “after” and “division” away, or write op = "move"'),
            )
        kind = table.choice("kind", SectionKind) or SectionKind.ARTICLE
        found.append(Operation(act, table.name("article"), after, division, kind))
        table.close()
    return tuple(found)


def read_proposal(source: str, file: str, text: str, name: str) -> Proposal:
    """The values of a `proposal.toml`, without wordings. Raises `ArchiveError`, with the line."""
    top = parse(source, file)
    top.check_format()
    top.text("text")
    top.text("proposal")
    base = top.needed_table("base")
    stage = top.choice("status", Stage) or Stage.DRAFT
    proposal = Proposal(
        text=text,
        name=name,
        title=top.needed("title"),
        base=base.name("version"),
        base_manifest=base.needed_sha256("sha256"),
        stage=stage,
        author=top.text("author"),
        summary=top.texts("summary"),
        operations=read_operations(top),
        numbering=top.choice("numbering", Numbering) or Numbering.KEEP,
        decision=_decision(top.table("decision")),
        requires=top.names("requires"),
        excludes=top.names("excludes"),
    )
    base.close()
    top.close()
    return proposal


def _contents(top: Table) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    for table in top.tables("contents"):
        name = table.name("id")
        kind = table.chosen("kind", SectionKind)
        division, digest, heading = table.text("division"), table.sha256("sha256"), table.text("heading")
        if name in entries:
            raise ArchiveError(
                msg(
                    "{file}, line {line}: “{name}” stands twice in the contents.", **table.at("id"), name=name
                ),
                msg("an article has one file and one place"),
            )
        if bool(digest) == bool(heading) or "\n" in heading:
            raise ArchiveError(
                msg(
                    "{file}, line {line}: “{name}” needs either “sha256” or “heading”, on one line.",
                    **table.at("id"),
                    name=name,
                ),
                msg("“sha256” is the digest of its file; “heading” stands for a part that has no file"),
            )
        if division and division not in entries:
            raise ArchiveError(
                msg(
                    "{file}, line {line}: there is no division “{name}” above.",
                    **table.at("division"),
                    name=division,
                ),
                msg("a division stands before what it holds"),
            )
        table.close()
        entries[name] = Entry(kind, name, division, digest, heading)
    if not entries:
        raise top.missing("contents")
    return tuple(entries.values())


def read_decision(source: str, file: str) -> Decision:
    """The values of a `[decision]`, alone in a file. Raises `ArchiveError`, with the line."""
    top = parse(source, file)
    decision = _decision(top.needed_table("decision"))
    top.close()
    return decision


def _decision(table: Table | None) -> Decision:
    if table is None:
        return Decision()
    decision = Decision(
        body=table.text("body"),
        day=table.day("date"),
        place=table.text("place"),
        convened=table.day("convened"),
        members=table.number("members"),
        present=table.number("present"),
        represented=table.number("represented"),
        quorum=_quorum(table.table("quorum")),
        resolutions=tuple(_resolution(item) for item in table.tables("resolutions")),
        note=table.text("note"),
        hour=table.text("hour"),
    )
    table.close()
    return decision


def _quorum(table: Table | None) -> Quorum | None:
    if table is None:
        return None
    quorum = Quorum(table.flag("reached"), table.number("required"), table.text("said"))
    table.close()
    return quorum


def _resolution(table: Table) -> Resolution:
    resolution = Resolution(
        subject=table.needed("subject"),
        text=table.text("text"),
        articles=table.names("articles"),
        result=table.choice("result", Result),
        votes=_votes(table.table("votes")),
    )
    table.close()
    return resolution


def _votes(table: Table | None) -> Votes | None:
    if table is None:
        return None
    votes = Votes(
        pour=table.number("pour"),
        contre=table.number("contre"),
        abstentions=table.number("abstentions"),
        blancs=table.number("blancs"),
        nuls=table.number("nuls"),
        unanimous=table.flag("unanimous") or False,
    )
    table.close()
    return votes


_FACT = b"[[facts]]"


def read_register(data: bytes, source: str, file: str) -> tuple[Fact, ...]:
    """The values of a `register.toml`. Raises `ArchiveError`, with the line.

    Each fact carries the SHA-256 of all that stands before it in the file (up to its own `[[facts]]`
    line), so that nothing recorded earlier can be changed or taken out unnoticed.
    """
    top = parse(source, file)
    top.check_format()
    heads = _positions(data)
    facts = []
    for number, table in enumerate(top.tables("facts")):
        before = table.needed_sha256("before")
        if number >= len(heads) or sha256(data[: heads[number]]).hexdigest() != before:
            raise ArchiveError(
                msg("{file}, line {line}: what stands before this fact was altered.", **table.at("kind")),
                msg("take the file again from a copy of the archive: a register only grows"),
            )
        facts.append(
            Fact(
                table.name("version"), table.chosen("kind", FactKind), table.day("date"), table.text("value")
            )
        )
        table.close()
    top.close()
    return tuple(facts)


def _positions(data: bytes) -> list[int]:
    """Where the lines `[[facts]]` begin."""
    found, position = [], 0
    for line in data.splitlines(keepends=True):
        if line.strip() == _FACT:
            found.append(position)
        position += len(line)
    return found
