"""Two people wrote at once: both texts and what differs between them; nobody's is written over unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from werkzeug import Response

from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.model.proposal import Proposal
from statuts.render.filtering import DEFAULT
from statuts.render.html_articles import articles_of
from statuts.render.html_context import Context
from statuts.render.html_view import Article
from statuts.render.voice import Voice
from statuts.web.room import Room


@dataclass(frozen=True, slots=True)
class Clash:
    """One field with what stands there now and what was to be saved, and the redline between them."""

    field: str
    label: str
    theirs: str
    mine: str
    articles: tuple[Article, ...]

    @staticmethod
    def of(field: str, label: str, theirs: str, mine: str, voice: Voice) -> "Clash":
        """Both texts, compared."""
        redline = compare(read(_ended(theirs)), read(_ended(mine)))
        context = Context(redline.articles, DEFAULT, voice.say, prefix=f"{field}-")
        articles = articles_of(redline.articles, context, 3)
        own = tuple(replace(article, anchor=f"{field}-{article.anchor}") for article in articles)
        return Clash(field, label, theirs, mine, own)

    @property
    def rows(self) -> int:
        """How high the area for it should be."""
        return min(24, max(self.mine.count("\n"), len(self.mine) // 60) + 2)


def _ended(text: str) -> str:
    return text.strip("\n") + "\n"


def conflict(
    room: Room,
    proposal: Proposal,
    clashes: Sequence[Clash],
    hidden: Mapping[str, str],
    target: str,
    back: str,
) -> Response:
    """The page that shows both; `hidden` is what the form carries so that it is saved over what was shown."""
    values = {
        "proposal": proposal,
        "clashes": clashes,
        "hidden": hidden,
        "target": target,
        "back": back,
    }
    return room.page("desk_conflict.html", values, 409)
