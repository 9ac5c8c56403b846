"""Where each page lies: file names made of the archive's own checked names, and of a few words."""

from dataclasses import dataclass

_WORDS = {
    "fr": {
        "meeting": "assemblee", "proposals": "propositions", "search": "recherche", "versions": "versions",
        "version": "version", "article": "article", "proposal": "proposition", "comparison": "tableau",
        "papers": "documents", "attachments": "pieces", "compare": "comparer",
    },
    "en": {
        "meeting": "meeting", "proposals": "proposals", "search": "search", "versions": "versions",
        "version": "version", "article": "article", "proposal": "proposal", "comparison": "comparison",
        "papers": "papers", "attachments": "attachments", "compare": "compare",
    },
}  # fmt: skip

START = "index.html"
FEED = "feed.xml"
LOOK = "look.css"
READING = "reading.js"
SEARCH = "search.js"
INDEX = "search-index.js"


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths of a site in the language of its archive, from its root.

    The names of texts, versions, articles and proposals never hold two hyphens in a row, nor anything but
    letters, digits and hyphens: two hyphens part two of them, and no name leads out of its folder.
    """

    language: str

    def _word(self, name: str) -> str:
        return _WORDS[self.language][name]

    @property
    def meeting(self) -> str:
        """The page of what is put to the vote."""
        return f"{self._word('meeting')}.html"

    @property
    def proposals(self) -> str:
        """The list of all proposals."""
        return f"{self._word('proposals')}.html"

    @property
    def search(self) -> str:
        """The page to search on."""
        return f"{self._word('search')}.html"

    def text(self, text: str) -> str:
        """The text as it was adopted last, whole."""
        return f"{text}/index.html"

    def versions(self, text: str) -> str:
        """The timeline of a text."""
        return f"{text}/{self._word('versions')}.html"

    def compare(self, text: str) -> str:
        """Where any two versions are chosen."""
        return f"{text}/{self._word('compare')}.html"

    def version(self, text: str, name: str) -> str:
        """One version, whole."""
        return f"{text}/{self._word('version')}-{name}.html"

    def source(self, text: str, name: str) -> str:
        """The Markdown of one version."""
        return f"{text}/{self._word('version')}-{name}.md"

    def article(self, text: str, name: str) -> str:
        """The life of one article."""
        return f"{text}/{self._word('article')}-{name}.html"

    def pair(self, text: str, old: str, new: str) -> str:
        """One version against another."""
        return f"{text}/{old}--{new}.html"

    def proposal(self, text: str, name: str) -> str:
        """A proposal."""
        return f"{text}/{self._word('proposal')}-{name}.html"

    def comparison(self, text: str, name: str) -> str:
        """A proposal side by side with what it changes."""
        return f"{text}/{self._word('proposal')}-{name}--{self._word('comparison')}.html"

    def proposed(self, text: str, name: str) -> str:
        """The Markdown of the text as a proposal would make it."""
        return f"{text}/{self._word('proposal')}-{name}.md"

    def papers(self, text: str, name: str) -> str:
        """The folder of a proposal's papers."""
        return f"{text}/{self._word('papers')}-{name}"

    def attachment(self, text: str, version: str, file: str) -> str:
        """A file kept beside a version."""
        return f"{text}/{self._word('attachments')}-{version}/{file}"


def root_from(path: str) -> str:
    """What leads from a page back to the root: links are relative, for a USB stick as for a host."""
    return "../" * path.count("/")
