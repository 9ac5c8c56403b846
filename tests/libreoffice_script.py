"""Run by the system's Python beside a headless office: files to judge on standard input, a line of JSON each."""

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("no office to talk to")


def paragraphs(text, in_table=False):
    for part in elements(text):
        if part.supportsService("com.sun.star.text.Paragraph"):
            yield [part.getString(), part.ParaStyleName, label(part), in_table]
        elif part.supportsService("com.sun.star.text.TextTable"):
            for name in sorted(part.getCellNames(), key=place):
                yield from paragraphs(part.getCellByName(name), True)


def label(part):
    """The number of a list item, or the sign of its bullet."""
    if part.ListLabelString or part.NumberingRules is None or not part.NumberingIsNumber:
        return part.ListLabelString
    level = {value.Name: value.Value for value in part.NumberingRules.getByIndex(part.NumberingLevel)}
    return level.get("BulletChar", "")


def place(name):
    letters = name.rstrip("0123456789")
    return int(name[len(letters) :]), len(letters), letters


def elements(text):
    found = text.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def judged(context, path, what):
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = desktop.loadComponentFromURL(Path(path).resolve().as_uri(), "_blank", 0, (hidden,))
    try:
        if what in COMMANDS:
            dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
            frame = document.getCurrentController().getFrame()
            dispatcher.executeDispatch(frame, COMMANDS[what], "", 0, ())
        return list(paragraphs(document.Text))
    finally:
        document.close(True)


def main():
    context = connected(sys.argv[1])
    for line in sys.stdin:
        job = json.loads(line)
        print(json.dumps(judged(context, job["path"], job["what"])), flush=True)


if __name__ == "__main__":
    main()
