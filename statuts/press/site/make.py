"""Makes a site of an archive: reads it once, renders what is not there yet, writes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from statuts.archive.read import Archive
from statuts.errors import ArchiveError, OutputError
from statuts.language.invisible import named
from statuts.model.message import msg
from statuts.press.press import Press
from statuts.press.site.attachments import Attachments
from statuts.press.site.folder import SiteFolder
from statuts.press.site.papers import papers_of
from statuts.press.site.printing import SitePress
from statuts.press.site.proposals import site_proposals
from statuts.press.site.reading import digest, text_of
from statuts.press.site.sharing import Asked, shared
from statuts.press.templates import shipped
from statuts.render.html import running_line
from statuts.render.html_accent import accents
from statuts.site.article_pages import ArticlePages
from statuts.site.feed import feed
from statuts.site.page import Frame, Link, Page
from statuts.site.pairs import Comparer
from statuts.site.paths import FEED, INDEX, LOOK, READING, SEARCH, START, Paths
from statuts.site.proposal_pages import ProposalPages, SiteProposal
from statuts.site.search import index
from statuts.site.start import WholePages
from statuts.site.texts import SiteText
from statuts.site.version_pages import TextPages


class Done(NamedTuple):
    """What was done: files in the site, files written and removed."""

    files: int
    written: int
    removed: int


def publish(archive: Archive, asked: Asked) -> Done:
    """Write the site. Raises `StatutsError`; what was there before then still stands."""
    _refuse_inside(archive, asked.output)
    folder = SiteFolder(asked.output, dry_run=asked.dry_run)
    made = Site(archive, asked, folder)
    pages = list(made.pages())
    files = dict(made.files())
    folder.begin([*files, *(page.path for page in pages)])
    lacking = [page for page in pages if not folder.kept(page.path, made.made_from(page))]
    with shared(made, [] if asked.dry_run else lacking) as (mine, theirs):
        for page in lacking:
            if page.path in mine:
                folder.put(page.path, made.press.page(page), made.made_from(page))
        for path, data in files.items():
            folder.put(path, data)
        for path, written in theirs().items():
            folder.adopt(path, written)
    for page in lacking:
        if page.path not in folder.now:  # the other process could not
            folder.put(page.path, made.press.page(page), made.made_from(page))
    removed = folder.finish()
    return Done(len(folder.now), len(folder.written), len(removed))


def _refuse_inside(archive: Archive, output: Path) -> None:
    """A site inside an archive would be part of what it shows; an archive inside a site could be removed."""
    site, kept = output.resolve(), archive.root.resolve()
    if site == kept or kept in site.parents or site in kept.parents:
        raise OutputError(
            msg("“{folder}” and the archive are one inside the other.", folder=str(output)),
            msg("name a folder beside the archive with -o"),
        )


class Site:
    """An archive read for its site, and what makes each of its pages."""

    def __init__(self, archive: Archive, asked: Asked, folder: SiteFolder) -> None:
        self.archive, self.asked, self.folder = archive, asked, folder
        press = self.papers_press = Press.of(archive, asked.templates)
        self.voice = press.voice
        self.paths = Paths(self.voice.language)
        association = archive.association
        self.texts = [self._read(name) for name in archive.texts]
        if not self.texts:
            raise ArchiveError(
                msg("the archive holds no text yet: there is nothing to publish."),
                msg("bring one in with “statuts import”"),
            )
        dated = any(s.version.adopted or s.version.decision.day for t in self.texts for s in t.states)
        frame = Frame(
            self.voice.language,
            named(association.name),
            accents(association.accent),
            running_line([association.name]),
            self._parts(),
            FEED if dated else "",
            asked.url,
        )
        self.press = SitePress(press, frame)
        self.attachments = Attachments(archive, self.paths, wanted=asked.attachments)
        self.comparer = Comparer(self.press.article, self.voice.say)
        self.whole = [
            TextPages(
                text,
                association,
                (self.paths, self.voice),
                self.press.passage,
                self.comparer,
                self.attachments.links(text),
            )
            for text in self.texts
        ]
        self.proposals: list[SiteProposal] = [
            found for text in self.texts for found in site_proposals(archive, text, drafts=asked.drafts)
        ]
        self.proposal_pages = ProposalPages(self.paths, self.voice, self.press.passage, self.comparer)
        pairs = list(zip(self.texts, self.whole, strict=True))
        makers = (self.paths, self.voice, self.proposal_pages)
        self.start = WholePages(association, pairs, self.proposals, makers, asked.url)

    def _read(self, name: str) -> SiteText:
        try:
            return text_of(self.archive, name)
        except ArchiveError as error:
            raise ArchiveError(error.message, msg("see what is wrong with “statuts verify”")) from None

    def _parts(self) -> tuple[Link, ...]:
        say = self.voice.say
        return (
            Link(say(msg("Start")), START),
            *(Link(text.title, self.paths.text(text.id)) for text in self.texts),
            Link(say(msg("Proposals")), self.paths.proposals),
            Link(say(msg("Search")), self.paths.search),
        )

    def made_from(self, page: Page) -> str:
        """A digest of all that a page is made from; empty for one that is made each time."""
        return digest(self.press.state, page.template, *page.made_from) if page.made_from else ""

    def pages(self) -> Iterator[Page]:
        """Every page; those about the whole first."""
        yield Page(START, "site_index.html", self.start.start)
        yield Page(self.paths.meeting, "site_meeting.html", self.start.meeting)
        yield Page(self.paths.proposals, "site_proposals.html", self.start.all_proposals)
        yield Page(self.paths.search, "site_search.html", self.start.search)
        if self.press.frame.feed:
            values = feed(self.texts, self.archive.association, self.paths, self.asked.url, self.voice)
            yield Page(FEED, "site_feed.html", lambda: values)
        for text, whole in zip(self.texts, self.whole, strict=True):
            yield from self._of_text(text, whole)
        for proposal in self.proposals:
            yield from self._of_proposal(proposal)

    def comparisons(self) -> Iterator[Page]:
        """The pages that hold one version against another."""
        for whole in self.whole:
            yield from whole.pairs()

    def _of_text(self, text: SiteText, whole: TextPages) -> Iterator[Page]:
        yield from whole.pages()
        if len(text.states) > 1:
            yield Page(self.paths.compare(text.id), "site_compare.html", lambda: self.start.compare(text))
        yield from ArticlePages(
            text, self.paths, self.voice, self.press.passage, self.press.article, whole
        ).pages()

    def _of_proposal(self, of: SiteProposal) -> Iterator[Page]:
        text, name = of.proposal.text, of.proposal.name
        formats = self.asked.papers
        made_from = digest(self.press.papers_state, of.made, repr(self._variants(of)), repr(formats))
        papers = papers_of(of, self.archive, self.papers_press, formats, self.folder, made_from)
        whole = next(w for t, w in zip(self.texts, self.whole, strict=True) if t.id == text)
        yield Page(
            self.paths.proposal(text, name), "site_proposal.html",
            lambda: self.proposal_pages.page(of, whole.links_to(of.proposal.base), papers),
            (of.made, repr(papers)),
        )  # fmt: skip
        if not of.problem:
            yield Page(
                self.paths.comparison(text, name), "site_comparison.html",
                lambda: self.proposal_pages.table(of), (of.made,),
            )  # fmt: skip

    def _variants(self, of: SiteProposal) -> list[str]:
        """The other open proposals to change the same text: a ballot may offer several as variants."""
        return [other.made for other in self.proposals if other.is_open and other.text is of.text]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What pages load, and the texts as they are kept."""
        yield LOOK, self.press.look()
        yield SEARCH, self.script("site_search.js")
        yield READING, self.script("reading.js")
        yield INDEX, index(list(zip(self.texts, self.whole, strict=True)), self.paths).encode()
        for text in self.texts:
            for state in text.states:
                yield self.paths.source(text.id, state.version.name), state.document.source.encode()
        for of in self.proposals:
            if of.case is not None:
                yield self.paths.proposed(of.proposal.text, of.proposal.name), of.case.new.source.encode()

        for text in self.texts:
            yield from self.attachments.files(text)

    def script(self, name: str) -> bytes:
        """A script, the user's own where the folder of templates holds one."""
        own = self.asked.templates / name if self.asked.templates else None
        file = own if own and own.is_file() else shipped() / name
        return file.read_bytes() if file.is_file() else b""
