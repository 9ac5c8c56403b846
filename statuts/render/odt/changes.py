"""The tracked changes of a paper: each with an id of its own, who made it and when."""

from datetime import datetime

from statuts.render.odt.escape import words


class Changes:
    """Collects the changed regions, which stand before the text."""

    def __init__(self, author: str, moment: datetime) -> None:
        day = moment.strftime("%Y-%m-%dT%H:%M:%S")
        self._by = f"<dc:creator>{words(author)}</dc:creator><dc:date>{day}</dc:date>"
        self._info = f"<office:change-info>{self._by}</office:change-info>"
        self._regions: list[str] = []
        self._named: set[str] = set()

    def insertion(self) -> tuple[str, str]:
        """What opens and what closes an insertion in the text."""
        name = self._add(f"<text:insertion>{self._info}</text:insertion>")
        return f'<text:change-start text:change-id="{name}"/>', f'<text:change-end text:change-id="{name}"/>'

    def deletion(self, content: str) -> str:
        """What stands in the text for `content`, whole paragraphs that are deleted."""
        name = self._add(f"<text:deletion>{self._info}{content}</text:deletion>")
        return f'<text:change text:change-id="{name}"/>'

    def number(self, name: str, notes: tuple[str, ...]) -> str:
        """A number in the margin (« C3 ») with remarks; the first of its name can be jumped to."""
        lines = "".join(f"<text:p>{words(line)}</text:p>" for line in (name, *notes) if line)
        mark = f"<office:annotation>{self._by}{lines}</office:annotation>"
        if not name or name in self._named:
            return mark
        self._named.add(name)
        return f'<text:bookmark text:name="{name}"/>{mark}'

    def xml(self) -> str:
        """The element that comes first in the text; nothing where nothing is tracked."""
        if not self._regions:
            return ""
        regions = "".join(self._regions)
        return f'<text:tracked-changes text:track-changes="false">{regions}</text:tracked-changes>'

    def _add(self, change: str) -> str:
        name = f"ct{len(self._regions) + 1}"
        self._regions.append(
            f'<text:changed-region xml:id="{name}" text:id="{name}">{change}</text:changed-region>'
        )
        return name
