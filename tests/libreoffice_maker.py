"""Run by the system's Python beside a headless office: documents typed into it, saved as a person would."""

import json
import sys

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.style.NumberingType import ARABIC, CHAR_SPECIAL, CHARS_LOWER_LETTER, ROMAN_UPPER
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from libreoffice_script import connected

FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8"}
LEVELS = {  # of each list: what is shown, and how its number is written
    "articles": [("Article %1% – ", ARABIC), ("%1%.%2%", ARABIC), ("%3%)", CHARS_LOWER_LETTER)],
    "figures": [("%1%)", ARABIC), ("%2%°", ARABIC)],
    "titres": [("Titre %1% : ", ROMAN_UPPER)],
    "tirets": [("", CHAR_SPECIAL)],
}


class Writer:
    """One document while it is typed."""

    def __init__(self, document):
        self.document = document
        self.text = document.Text
        self.rules = {name: self._rules(levels) for name, levels in LEVELS.items()}

    def _rules(self, levels):
        rules = self.document.createInstance("com.sun.star.text.NumberingRules")
        for rank, (shown, kind) in enumerate(levels):
            values = {"ListFormat": shown, "NumberingType": kind, "StartWith": 1}
            if kind == CHAR_SPECIAL:
                values |= {"BulletChar": "–"}
            level = tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())
            uno.invoke(rules, "replaceByIndex", (rank, uno.Any("[]com.sun.star.beans.PropertyValue", level)))
        return rules

    def paragraph(self, text, style="Standard", numbers="", level=0, restart=False):
        """Type a paragraph at the end."""
        cursor = self.text.createTextCursor()
        cursor.gotoEnd(False)
        styles = self.document.StyleFamilies.getByName("ParagraphStyles")
        if not styles.hasByName(style):
            new = self.document.createInstance("com.sun.star.style.ParagraphStyle")
            styles.insertByName(style, new)
            new.ParentStyle = "Standard"
            if style.startswith("Titre "):
                new.OutlineLevel = int(style[-1])
        cursor.ParaStyleName = style
        self._number(cursor, numbers, level)
        if restart:
            cursor.ParaIsNumberingRestart, cursor.NumberingStartValue = True, 1
        self.text.insertString(cursor, text, False)
        self.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)

    def table(self, rows):
        """A table at the end."""
        cursor = self.text.createTextCursor()
        cursor.gotoEnd(False)
        table = self.document.createInstance("com.sun.star.text.TextTable")
        table.initialize(len(rows), len(rows[0]))
        self.text.insertTextContent(cursor, table, False)
        table.setDataArray(tuple(tuple(row) for row in rows))

    def record(self, on=True):
        """From here on every change is tracked."""
        self.document.RecordChanges = on

    def at(self, words, end=False):
        """A cursor at the first place of these words, or right after them."""
        search = self.document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        found = self.document.findFirst(search)
        assert found is not None, words
        return found.Text.createTextCursorByRange(found.End if end else found.Start)

    def insert(self, after, text):
        """Type after these words; a line end makes a paragraph."""
        cursor = self.at(after, True)
        for n, line in enumerate(text.split("\n")):
            if n:
                cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            cursor.Text.insertString(cursor, line, False)

    def delete(self, first, last):
        """Strike from these words to those, both included."""
        cursor = self.at(first)
        cursor.gotoRange(self.at(last, True), True)
        cursor.setString("")

    def replace(self, words, text):
        """Type over these words."""
        cursor = self.at(words)
        cursor.gotoRange(self.at(words, True), True)
        cursor.setString(text)

    def join(self, after):
        """Strike the end of the paragraph that ends in these words."""
        cursor = self.at(after, True)
        cursor.goRight(1, True)
        cursor.setString("")

    def style(self, words, style):
        """Give another style."""
        self.at(words).ParaStyleName = style

    def number(self, words, numbers, level=0):
        """Put into a list, or take out of it."""
        self._number(self.at(words), numbers, level)

    def _number(self, cursor, numbers, level):
        if numbers:
            cursor.NumberingRules, cursor.NumberingLevel = self.rules[numbers], level
        else:
            cursor.NumberingStyleName = ""

    def strike_row(self, words):
        """Strike a row of a table."""
        self._in_row(words, ".uno:DeleteRows")

    def add_row(self, words):
        """Add a row below."""
        self._in_row(words, ".uno:InsertRowsAfter")

    def _in_row(self, words, command):
        controller = self.document.CurrentController
        controller.ViewCursor.gotoRange(self.at(words), False)
        dispatcher = CONTEXT.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", CONTEXT
        )
        dispatcher.executeDispatch(controller.Frame, command, "", 0, ())


def main():
    global CONTEXT  # noqa: PLW0603  # one office a process
    CONTEXT = connected(sys.argv[1])
    desktop = CONTEXT.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", CONTEXT)
    for line in sys.stdin:
        job = json.loads(line)
        hidden = PropertyValue(Name="Hidden", Value=True)
        document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
        try:
            writer = Writer(document)
            for step, *values in job["steps"]:
                getattr(writer, step)(*values)
            kind = PropertyValue(Name="FilterName", Value=FILTERS[job["path"].rpartition(".")[2]])
            document.storeToURL(uno.systemPathToFileUrl(job["path"]), (kind,))
        finally:
            document.close(True)
        print("done", flush=True)


if __name__ == "__main__":
    main()
