"""Run by the system's Python beside a headless office: documents as people make them, changes recorded."""

import json
import sys
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.style import NumberingType
from libreoffice_script import connected, paragraphs

FORMS = {
    "1": NumberingType.ARABIC,
    "a": NumberingType.CHARS_LOWER_LETTER,
    "A": NumberingType.CHARS_UPPER_LETTER,
    "i": NumberingType.ROMAN_LOWER,
    "I": NumberingType.ROMAN_UPPER,
    "•": NumberingType.CHAR_SPECIAL,
    "": NumberingType.NUMBER_NONE,
}


def values(**named):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in named.items())


def level(rank, form, prefix="", suffix="", parents=1, start=1, heading=None):
    found = {"NumberingType": FORMS[form], "ParentNumbering": parents, "StartWith": start}
    if form == "•":
        found["BulletChar"] = "•"
    else:
        shown = ".".join(f"%{k}%" for k in range(rank - parents + 1, rank + 1))
        found["ListFormat"] = f"{prefix}{shown}{suffix}"
    if heading:
        found["HeadingStyleName"] = heading
    return uno.Any("[]com.sun.star.beans.PropertyValue", values(**found))


class Typist:
    """One document, made step by step."""

    def __init__(self, context):
        services = context.ServiceManager
        desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.document = desktop.loadComponentFromURL(
            "private:factory/swriter", "_blank", 0, values(Hidden=True)
        )
        self.dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        self.controller = self.document.getCurrentController()
        self.view = self.controller.getViewCursor()
        self.cursor = self.document.Text.createTextCursor()
        self.rules = {}
        self.fresh = True
        self.old = None

    def do(self, command, **named):
        self.dispatcher.executeDispatch(self.controller.getFrame(), f".uno:{command}", "", 0, values(**named))

    def outline(self, *levels):
        rules = self.document.ChapterNumberingRules
        for k, given in enumerate(levels):
            uno.invoke(rules, "replaceByIndex", (k, level(k + 1, *given, heading=f"Heading {k + 1}")))

    def list(self, name, *levels):
        style = self.document.createInstance("com.sun.star.style.NumberingStyle")
        self.document.StyleFamilies.getByName("NumberingStyles").insertByName(name, style)
        rules = style.NumberingRules
        for k, given in enumerate(levels):
            uno.invoke(rules, "replaceByIndex", (k, level(k + 1, *given)))
        style.NumberingRules = rules

    def style(self, name, parent, numbering="", **look):
        style = self.document.createInstance("com.sun.star.style.ParagraphStyle")
        self.document.StyleFamilies.getByName("ParagraphStyles").insertByName(name, style)
        style.ParentStyle = parent
        if numbering:
            style.NumberingStyleName = numbering
        for key, value in look.items():
            setattr(style, key, value)

    def add(self, text, style="Standard", numbering="", rank=1, restart=False, start=None, number=True):
        if not self.fresh:
            self.document.Text.insertControlCharacter(self.cursor, 0, False)
        self.fresh = False
        self.cursor.gotoEnd(False)
        self.cursor.ParaStyleName = style
        if numbering:
            self.cursor.NumberingStyleName = numbering
            self.cursor.NumberingLevel = rank - 1
        elif style == "Standard":
            self.cursor.NumberingStyleName = ""
        if restart or self.cursor.ParaIsNumberingRestart:
            self.cursor.ParaIsNumberingRestart = restart
        if start is not None:
            self.cursor.NumberingStartValue = start
        if numbering:
            self.cursor.NumberingIsNumber = number
        self.document.Text.insertString(self.cursor, text, False)

    def table(self, *rows):
        table = self.document.createInstance("com.sun.star.text.TextTable")
        table.initialize(len(rows), len(rows[0]))
        self.document.Text.insertControlCharacter(self.cursor, 0, False)
        self.document.Text.insertTextContent(self.cursor, table, False)
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                table.getCellByPosition(x, y).setString(words)
        self.cursor.gotoEnd(False)
        self.fresh = True

    def record(self):
        self.old = list(paragraphs(self.document.Text))
        self.document.RecordChanges = True

    def at(self, words, end=False):
        self.select(words)
        if end:
            self.view.collapseToEnd()
        else:
            self.view.collapseToStart()

    def select(self, words, to=None):
        found = self.found(words)
        self.view.gotoRange(found.getStart(), False)
        self.view.gotoRange((self.found(to) if to else found).getEnd(), True)

    def found(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findFirst(search)
        if found is None:
            raise SystemExit(f"no {words!r}")
        return found

    def type(self, words):
        self.do("InsertText", Text=words)

    def enter(self):
        self.do("InsertPara")

    def delete(self):
        self.do("Delete")

    def backspace(self):
        self.do("SwBackspace")

    def note(self, words, kind="Footnote"):
        note = self.document.createInstance(f"com.sun.star.text.{kind}")
        self.view.getText().insertTextContent(self.view, note, False)
        note.setString(words)

    def comment(self, words, author="Nina"):
        mark = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        mark.Content, mark.Author = words, author
        self.view.getText().insertTextContent(self.view, mark, True)

    def look(self, **look):
        for key, value in look.items():
            setattr(self.view, key, value)

    def store(self, path, flat=False):
        name = "OpenDocument Text Flat XML" if flat else "writer8"
        self.document.storeToURL(Path(path).resolve().as_uri(), values(FilterName=name))

    def close(self):
        self.document.close(True)


def main():
    context = connected(sys.argv[1])
    for line in sys.stdin:
        job = json.loads(line)
        typist = Typist(context)
        try:
            for name, given, named in job["steps"]:
                getattr(typist, name)(*given, **named)
            typist.store(job["path"], flat=job["path"].endswith(".fodt"))
            typist.do("AcceptAllTrackedChanges")
            new = list(paragraphs(typist.document.Text))
            print(json.dumps([typist.old or new, new]), flush=True)
        finally:
            typist.close()


if __name__ == "__main__":
    main()
