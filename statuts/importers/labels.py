"""The sign or number before an item of a list, where a format has only the words of the line."""

import re

_BULLET = re.compile(r"(?P<label>[•◦▪▫‣●○■□✓✔➢❖⁃·*–—−-]|o(?=\t))[\s\u00a0]+(?=\S)")
_SIGNED = re.compile(
    r"(?P<label>\((?:[a-zA-Z]|\d{1,2}|[ivxIVX]{1,5})\)|(?:[a-zA-Z]|\d{1,2}|[ivxIVX]{1,5})(?:\)|°\)?)"
    r"|\d{1,2}(?:bis|ter)?°)[\s\u00a0]*(?=[^\s\u00a0])"
)
_DOTTED = re.compile(r"(?P<label>(?:[a-zA-Z]|\d{1,2}|[ivxIVX]{1,5})\.)[\s\u00a0]+(?=\S)")


def sure_label(text: str) -> tuple[str, int]:
    """The label of an item (« • », « a) », « 1° ») and where its words begin; empty where there is none."""
    match = _BULLET.match(text) or _SIGNED.match(text)
    return (match["label"], match.end()) if match else ("", 0)


def dotted_label(text: str) -> tuple[str, int]:
    """« 1. », « a. »: the label of an item, or of a heading."""
    match = _DOTTED.match(text)
    return (match["label"], match.end()) if match else ("", 0)


def follows(before: str, label: str) -> bool:
    """Whether a label is the next of its kind: « 2. » after « 1. », « b. » after « a. »."""
    if not before or not label:
        return False
    before, label = before.strip("().°"), label.strip("().°")
    if before.isdigit() and label.isdigit():
        return int(label) == int(before) + 1
    return len(before) == len(label) == 1 and ord(label) == ord(before) + 1
