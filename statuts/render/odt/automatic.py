"""Styles that only this paper needs: a paragraph set in, a table's columns; each is written once."""

from collections.abc import Iterable


class Automatic:
    """Names styles as they are asked for."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._names: dict[tuple[str, str, str], str] = {}

    def paragraph(
        self,
        parent: str,
        *,
        indent: float = 0,
        first: float = 0,
        size: float = 0,
        room: tuple[float, float] | None = None,
        align: str = "",
        breaks: bool = False,
    ) -> str:
        """`parent` set in by `indent` and its first line by `first` more (millimetres), in another size, with
        other `room` above and below (in parts of the text's size), to another side, or on a new page;
        `parent` itself where nothing differs.
        """
        form = (
            _if(bool(indent or first), f'fo:margin-left="{indent:g}mm" fo:text-indent="{first:g}mm"')
            + _if(bool(align), f'fo:text-align="{align}"')
            + _if(breaks, 'fo:break-before="page"')
        )
        if room:  # LibreOffice takes one without the other as none
            above, below = (part * self._size for part in room)
            form += f' fo:margin-top="{above:.4g}pt" fo:margin-bottom="{below:.4g}pt"'
        letters = f'<style:text-properties fo:font-size="{size * self._size:.4g}pt"/>' if size else ""
        if not form and not letters:
            return parent
        return self._name("paragraph", parent, f"<style:paragraph-properties{form}/>{letters}")

    def table(self, width: float, *, breaks: bool = False, whole: bool = False) -> str:
        """A table `width` millimetres wide; a `whole` one is on one page."""
        form = (
            f'style:width="{width:g}mm" table:align="margins" fo:margin-top="2.5mm" fo:margin-bottom="3.5mm"'
            + _if(breaks, 'fo:break-before="page"')
            + _if(whole, 'style:may-break-between-rows="false"')
        )
        return self._name("table", "", f"<style:table-properties {form}/>")

    def column(self, width: float) -> str:
        """A column `width` millimetres wide."""
        relative = f'style:column-width="{width:.4g}mm" style:rel-column-width="{round(width * 100)}*"'
        return self._name("table-column", "", f"<style:table-column-properties {relative}/>")

    def row(self, *, whole: bool = False, tracked: bool = False, least: float = 0) -> str:
        """A row: on one page; that is itself deleted or inserted; not lower than `least` millimetres."""
        form = (
            _if(whole, 'fo:keep-together="always"')
            + _if(tracked, 'loext:text-changes-only="false"')
            + _if(least > 0, f'style:min-row-height="{least:g}mm"')
        )
        return self._name("table-row", "", f"<style:table-row-properties{form}/>")

    def cell(self, form: str) -> str:
        """A cell with these borders and paddings."""
        return self._name("table-cell", "", f"<style:table-cell-properties {form}/>")

    def xml(self) -> str:
        """All of them, in the order in which they were first asked for."""
        return "".join(self._styles())

    def _styles(self) -> Iterable[str]:
        for (family, parent, inner), name in self._names.items():
            of = f' style:parent-style-name="{parent}"' if parent else ""
            yield f'<style:style style:name="{name}" style:family="{family}"{of}>{inner}</style:style>'

    def _name(self, family: str, parent: str, inner: str) -> str:
        key = (family, parent, inner)
        return self._names.setdefault(key, f"A{len(self._names) + 1}")


def _if(wanted: bool, attributes: str) -> str:
    return f" {attributes}" if wanted else ""
