"""How an element looks, from its name, its attributes and its own style."""

import re
from functools import lru_cache

from lxml.etree import _Element

from statuts.importers.colours import colour_of
from statuts.importers.words import Look
from statuts.model.redline import Op

_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)(pt|px)")
_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]*)")
_LONGEST = 2000  # of a style attribute that is read
_SCHEMES = ("http://", "https://", "mailto:")


@lru_cache(maxsize=1024)
def declarations(style: str) -> dict[str, str]:
    """The properties of a style attribute, in small letters."""
    return {name: value.strip() for name, value in _DECLARATION.findall(style[:_LONGEST].lower())}


def style_of(element: _Element) -> dict[str, str]:
    """The properties an element sets for itself."""
    style = element.get("style")
    return declarations(style) if style else {}


def is_hidden(element: _Element) -> bool:
    """Whether a browser does not show an element."""
    style = style_of(element)
    return (
        element.get("hidden") is not None
        or style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith(("hidden", "collapse"))
        or style.get("mso-hide", "").startswith("all")
    )


def look_of(element: _Element, tag: str, look: Look) -> Look:
    """The look inside an element that stands where things look like `look`."""
    if tag in ("b", "strong"):
        look = look._replace(strong=True)
    elif tag in ("i", "em", "cite", "dfn", "var"):
        look = look._replace(em=True)
    elif tag == "u":
        look = look._replace(underline=True)
    elif tag in ("s", "strike"):
        look = look._replace(strike=True)
    elif tag in ("del", "ins"):
        look = look._replace(
            op=Op.DELETE if tag == "del" else Op.INSERT,
            author=_author(element.get("cite") or ""),
            moment=(element.get("datetime") or "")[:40],
        )
    elif tag in ("sup", "sub"):
        look = look._replace(raised=tag)
    elif tag == "a":
        target = (element.get("href") or "").strip()
        if target.lower().startswith(_SCHEMES) and len(target) < _LONGEST:
            look = look._replace(link=target)
    elif tag == "font" and element.get("color"):
        look = look._replace(colour=colour_of(element.get("color") or ""))
    return _styled(style_of(element), look)


def _styled(style: dict[str, str], look: Look) -> Look:
    if not style:
        return look
    weight = style.get("font-weight", "")
    if weight:
        look = look._replace(
            strong=weight.startswith("bold") or (weight[:3].isdigit() and int(weight[:3]) >= 600)
        )
    if slant := style.get("font-style", ""):
        look = look._replace(em=slant.startswith(("italic", "oblique")))
    lines = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    if "line-through" in lines:
        look = look._replace(strike=True)
    if "underline" in lines:
        look = look._replace(underline=True)
    if "color" in style:
        look = look._replace(colour=colour_of(style["color"]))
    if size := _SIZE.match(style.get("font-size", "")):
        points = float(size[1]) * (0.75 if size[2] == "px" else 1)
        look = look._replace(size=round(points * 2) / 2)
    return look


def _author(cite: str) -> str:
    """Word writes « mailto:Name » for who tracked a change."""
    return cite.removeprefix("mailto:").replace("%20", " ")[:100] if cite.startswith("mailto:") else ""
