"""What Word wraps around paragraphs, rows and cells – content controls, tracked changes –, unwrapped."""

from collections.abc import Iterator
from typing import NamedTuple

from statuts.importers.docx.fate import CHANGES, Fate
from statuts.importers.docx.names import MC, Element, W

_OFFICE = "http://schemas.microsoft.com/office/word/"
_THROUGH = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag")}
_CONTENTS = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery[@{W}val='Table of Contents']"


class Unwrapped(NamedTuple):
    """An element, what became of it, and whether it is of a table of contents."""

    element: Element
    fate: Fate
    in_contents: bool = False


def unwrapped(
    parent: Element, wanted: set[str], fate: Fate, in_contents: bool = False
) -> Iterator[Unwrapped]:
    """The children with one of these names, whatever wraps them; all others as they are."""
    for child in parent:
        tag = child.tag
        if tag in wanted:
            yield Unwrapped(child, fate, in_contents)
        elif tag in _THROUGH:
            yield from unwrapped(child, wanted, fate, in_contents or child.find(_CONTENTS) is not None)
        elif tag in CHANGES:
            yield from unwrapped(child, wanted, fate.within(child), in_contents)
        elif tag == f"{MC}AlternateContent":
            for branch in branches(child):
                yield from unwrapped(branch, wanted, fate, in_contents)
        else:
            yield Unwrapped(child, fate, in_contents)


def branches(element: Element) -> Iterator[Element]:
    """The one branch of an `mc:AlternateContent` that is read: as a rule they say the same."""
    choices = element.findall(f"{MC}Choice")
    fallback = element.find(f"{MC}Fallback")
    for choice in choices:
        needed = [choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split()]
        if fallback is None or all(address.startswith(_OFFICE) for address in needed):
            yield choice
            return
    if fallback is not None:
        yield fallback
