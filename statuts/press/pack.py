"""All the papers that the stage of an amendment calls for, written into one folder with an index."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from statuts.desk.files import write_file
from statuts.model.message import Message, msg
from statuts.papers.case import AmendmentCase
from statuts.papers.names import TextKind
from statuts.papers.pack import Pack, PackedFile, PackedPaper
from statuts.papers.paper import Standing
from statuts.papers.proposal import status_of
from statuts.press.amendment import Amendment, Given
from statuts.press.order import Order
from statuts.press.papers import of_amendment, of_ballot, of_version, variants_of
from statuts.press.press import SUFFIXES, Press
from statuts.render.voice import BLANK, Voice

PACKED = ("html", "pdf", "docx", "odt")
INDEX = "index.html"
_SUFFIX = {name: suffix for suffix, name in reversed(SUFFIXES.items())}
_FORMATS = {"html": "HTML", "pdf": "PDF", "docx": "Word", "odt": "OpenDocument", "markdown": "Markdown",
            "text": "TXT"}  # fmt: skip

# By the stage of the text: the papers in the order in which they are used.
_BEFORE = ("notice", "proposal", "comparison", "redline", "clean", "ballot", "minutes")
_AFTER = ("minutes", "redline", "comparison", "consolidated", "filing")
_DROPPED = ("minutes", "proposal", "redline")
STAGES: dict[Standing, tuple[str, ...]] = {
    Standing.DRAFT: _BEFORE,
    Standing.PROPOSED: _BEFORE,
    Standing.WITHDRAWN: _DROPPED,
    Standing.REFUSED: _DROPPED,
    Standing.ADOPTED: _AFTER,
    Standing.DECLARED: _AFTER,
}
NAMES: dict[str, tuple[Message, Message]] = {
    "notice": (msg("notice"), msg("to be sent to the members, with the proposal annexed")),
    "proposal": (msg("proposal"), msg("what the assembly reads and votes on, article by article")),
    "comparison": (msg("comparison"), msg("current text and proposed text side by side, with the reasons")),
    "redline": (msg("redline"), msg("the whole text with its changes; in Word and OpenDocument, tracked")),
    "clean": (msg("proposed-text"), msg("the text as it would read once adopted")),
    "ballot": (msg("ballot"), msg("one line a resolution")),
    "minutes": (msg("minutes"), msg("the resolutions and their results, to be signed")),
    "consolidated": (msg("consolidated-text"), msg("the whole text in force, to be signed and filed")),
    "filing": (msg("filing"), msg("what is to be filed, when and to whom, and the cover letter")),
}


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: how many papers, the index, and the facts missing from any of them."""

    papers: int
    index: str
    missing: tuple[str, ...]


def write_pack(about: Amendment, given: Given, press: Press, formats: Sequence[str], folder: Path) -> Written:
    """Write the papers of an amendment, then the index. Raises `OutputError`."""
    voice = press.voice
    orders = _orders(about, given)
    papers = [order.make(voice) for order in orders]
    # setting a PDF leaves the processor's other half free for the papers that follow
    with ThreadPoolExecutor(max_workers=2) as pool:
        jobs = [
            [pool.submit(press.job(order, paper, name)) for name in formats]
            for order, paper in zip(orders, papers, strict=True)
        ]
        printed = [[job.result() for job in some] for some in jobs]
    packed: list[PackedPaper] = []
    missing: dict[str, None] = {}
    for rank, (order, paper, data) in enumerate(zip(orders, papers, printed, strict=True), 1):
        missing |= dict.fromkeys(paper.missing)
        stem = f"{rank}-{voice.say(NAMES[order.kind][0])}"
        files = tuple(_file(folder, stem, name, one) for name, one in zip(formats, data, strict=True))
        packed.append(PackedPaper(paper.title, voice.say(NAMES[order.kind][1]), files))
    index = _index(about.case, packed, tuple(missing), voice)
    order = Order("pack", "pack", lambda _voice: index, about.imprint(), about.archive)
    write_file(folder / INDEX, press.print(order, index, "html"))
    return Written(len(packed), INDEX, tuple(missing))


def _orders(about: Amendment, given: Given) -> list[Order]:
    orders = []
    version, archive = about.new.version, about.archive
    for kind in STAGES[about.case.standing]:
        if kind == "filing" and about.case.text.kind is not TextKind.STATUTES:
            continue
        if kind in ("consolidated", "filing"):
            if version and archive:
                orders.append(of_version(kind, archive, version))
        elif kind == "ballot":
            orders.append(of_ballot(variants_of(about, given)))
        else:
            orders.append(of_amendment(kind, about))
    return orders


def _file(folder: Path, stem: str, format_: str, data: bytes) -> PackedFile:
    name = stem + _SUFFIX[format_]
    write_file(folder / name, data)
    return PackedFile(name, _FORMATS[format_], sha256(data).hexdigest())


def _index(
    case: AmendmentCase, papers: Sequence[PackedPaper], missing: tuple[str, ...], voice: Voice
) -> Pack:
    return Pack(
        language=voice.language,
        title=voice.say(msg("Papers of the amendment {of}", of=voice.say(case.text.with_of()))),
        association=case.association or BLANK,
        status=status_of(case, voice),
        band=voice.say(case.standing.band),
        digest=case.redline.new.sha256,
        missing=missing,
        old_label=case.redline.old.label,
        new_label=case.redline.new.label,
        papers=tuple(papers),
    )
