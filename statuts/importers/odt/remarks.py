"""What was left out of a file or mended in it: counted while it is read, said in sentences at the end."""

from collections import Counter

from statuts.model.message import Message, msg, msgn


def told(found: Counter[str]) -> tuple[Message, ...]:
    """The sentences, in a fixed order."""
    sentences = (
        ("macro", msg("The file holds macros: they were neither run nor kept.")),
        (
            "picture",
            msgn("{count} picture was left out.", "{count} pictures were left out.", found["picture"]),
        ),
        (
            "object",
            msgn(
                "{count} embedded object (a chart, a sheet, a sound…) was left out.",
                "{count} embedded objects (charts, sheets, sounds…) were left out.",
                found["object"],
            ),
        ),
        (
            "source",
            msgn(
                "{count} link to another file was not followed.",
                "{count} links to other files were not followed.",
                found["source"],
            ),
        ),
        (
            "link",
            msgn(
                "{count} link to neither a web page nor an e-mail address was taken off its words.",
                "{count} links to neither a web page nor an e-mail address were taken off their words.",
                found["link"],
            ),
        ),
        (
            "nested",
            msgn(
                "{count} table inside another was read as paragraphs of its cell.",
                "{count} tables inside others were read as paragraphs of their cells.",
                found["nested"],
            ),
        ),
        ("repeated", msg("Cells, rows or spaces repeated beyond measure were cut.")),
        (
            "form",
            msgn(
                "{count} tracked change of form (bold, style…) was not kept as a change.",
                "{count} tracked changes of form (bold, style…) were not kept as changes.",
                found["form"],
            ),
        ),
        (
            "broken",
            msgn(
                "{count} mark of a tracked change leads nowhere; its words were kept as they stand.",
                "{count} marks of tracked changes lead nowhere; their words were kept as they stand.",
                found["broken"],
            ),
        ),
        (
            "lost",
            msgn(
                "{count} struck passage has no place in the text; it is kept apart.",
                "{count} struck passages have no place in the text; they are kept apart.",
                found["lost"],
            ),
        ),
        ("gone", msg("Words that were inserted, then struck again stand in neither text and were left out.")),
    )
    return tuple(sentence for name, sentence in sentences if found[name])
