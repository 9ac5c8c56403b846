"""Which part of a page is the text: what is navigation, banner or footer is set apart, not lost."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from statuts.importers.html.styles import is_hidden
from statuts.language.numbering import NUMBER_AHEAD
from statuts.model.brought import AsideKind

UNSEEN = frozenset(
    "script style template noscript head object embed applet audio video canvas svg math iframe frameset"
    " datalist map".split()
)
_KINDS = {
    "nav": AsideKind.HEADER,
    "header": AsideKind.HEADER,
    "footer": AsideKind.FOOTER,
    "aside": AsideKind.TEXT_BOX,
    "dialog": AsideKind.HIDDEN,
    "button": AsideKind.TEXT_BOX,
    "select": AsideKind.TEXT_BOX,
    "textarea": AsideKind.TEXT_BOX,
    "form": AsideKind.TEXT_BOX,
}
_ROLES = {
    "navigation": AsideKind.HEADER,
    "banner": AsideKind.HEADER,
    "contentinfo": AsideKind.FOOTER,
    "complementary": AsideKind.TEXT_BOX,
    "search": AsideKind.TEXT_BOX,
    "dialog": AsideKind.TEXT_BOX,
    "alertdialog": AsideKind.TEXT_BOX,
}
_NAMES = re.compile(
    r"(?i)(?:^|[\s_-])(?:(?P<foot>footer|pied)|(?P<head>nav|navbar|navigation|menu|breadcrumbs?|fil-ariane|topbar)"
    r"|(?P<box>cookies?|consent|rgpd|gdpr|tarteaucitron|sidebar|widgets?|share|sharing|partage|social|respond"
    r"|skip-link|newsletter|popup|modal))(?:$|[\s_-])"
)
_ARTICLE = re.compile(rf"(?i)\s*(?:article|art\.?)[\s\u00a0]*(?:n[°º][\s\u00a0]*)?{NUMBER_AHEAD}")
_MOST_OF_IT = 0.5
_LITTLE_MORE = 1.25


class Regions:
    """What is to be set apart of a page, by element; decided before it is read."""

    def __init__(self, body: _Element) -> None:
        self.apart: dict[_Element, AsideKind] = {}
        self._lengths = _lengths(body)
        self._articles = _counts_up([element for element in _elements(body) if _begins_an_article(element)])
        self._body = body
        for element in _elements(body):
            kind = self._kind(element)
            if kind is not None:
                self.apart[element] = kind
        self._set_apart_around(self._text())

    def _kind(self, element: _Element) -> AsideKind | None:
        """What an element says it is, where that is not the text; None for the text."""
        if element is self._body:
            return None
        if is_hidden(element):
            return AsideKind.HIDDEN
        names = f"{element.get('id') or ''} {element.get('class') or ''}"[:500]
        named = _NAMES.search(names) if element.tag in ("div", "section", "ul", "p", "table", "td") else None
        kind = _KINDS.get(str(element.tag)) or _ROLES.get(element.get("role") or "")
        if element.tag == "div":  # as LibreOffice saves the heads and feet of its pages
            kind = kind or _KINDS.get(element.get("title") or "")
        if kind is None and named:
            kinds = {"foot": AsideKind.FOOTER, "head": AsideKind.HEADER, "box": AsideKind.TEXT_BOX}
            kind = kinds[named.lastgroup or "box"]
        if kind is None or self._holds_the_text(element):
            return None
        if element.tag in ("header", "footer") and any(
            each.tag in ("article", "main") for each in element.iterancestors()
        ):
            return None
        return kind

    def _holds_the_text(self, element: _Element) -> bool:
        """Whether an element that calls itself a menu or a form is what the page is about."""
        if 2 * self._articles.get(element, 0) > self._articles.get(self._body, 0) > 0:
            return True
        return self._lengths.get(element, 0) > _MOST_OF_IT * self._lengths.get(self._body, 0)

    def _text(self) -> _Element:
        """The element that holds the text: the one that says so, or the smallest around all articles."""
        whole = self._articles.get(self._body, 0)
        said = [e for e in _elements(self._body) if e.tag in ("main", "article") or e.get("role") == "main"]
        for element in said:
            enough = self._articles.get(element, 0) == whole if whole else self._holds_the_text(element)
            if enough and not self._is_apart(element):
                return element
        if whole < 3:
            return self._body
        inner = self._body
        while True:
            child = next((each for each in inner if self._articles.get(each, 0) == whole), None)
            if child is None or child.tag in ("table", "tbody", "tr", "td", "ul", "ol"):
                break
            inner = child
        while inner is not self._body:
            parent = inner.getparent()
            if parent is None or not _has_title(inner):
                break
            if self._lengths.get(parent, 0) > _LITTLE_MORE * self._lengths.get(inner, 0):
                break
            inner = parent
        return inner

    def _is_apart(self, element: _Element) -> bool:
        return any(each in self.apart for each in (element, *element.iterancestors()))

    def _set_apart_around(self, text: _Element) -> None:
        element = text
        while element is not self._body:
            parent = element.getparent()
            if parent is None:
                return
            before = True
            for sibling in parent:
                if sibling is element:
                    before = False
                elif isinstance(sibling.tag, str):
                    self.apart.setdefault(sibling, AsideKind.HEADER if before else AsideKind.FOOTER)
            element = parent


def _elements(body: _Element) -> Iterator[_Element]:
    return (element for element in body.iter() if isinstance(element.tag, str))


def _has_title(inner: _Element) -> bool:
    """Whether a heading stands right before the text, which then is its title."""
    before = inner.getprevious()
    if before is None or not isinstance(before.tag, str):
        return False
    return next(before.iter("h1", "h2", "h3"), None) is not None


def _lengths(body: _Element) -> dict[_Element, int]:
    """How many letters each element holds that are seen."""
    found: dict[_Element, int] = {}
    order = list(_elements(body))
    for element in reversed(order):
        own = 0 if element.tag in UNSEEN else len((element.text or "").strip())
        for child in element:
            own += found.get(child, 0) if element.tag not in UNSEEN else 0
            own += len((child.tail or "").strip())
        found[element] = own
    return found


def _begins_an_article(element: _Element) -> bool:
    """Whether an element that holds words itself begins as an article does."""
    if element.tag in UNSEEN or element.tag == "li" or (element.tag == "a" and element.get("href")):
        return False
    return bool(_ARTICLE.match(element.text or ""))


def _counts_up(starts: list[_Element]) -> dict[_Element, int]:
    """How many articles begin within each element."""
    counts: dict[_Element, int] = {}
    for element in starts:
        counts[element] = counts.get(element, 0) + 1
        for above in element.iterancestors():
            counts[above] = counts.get(above, 0) + 1
    return counts
