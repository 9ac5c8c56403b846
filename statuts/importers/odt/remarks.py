"""What was left out of a file or mended in it: counted while it is read, said in sentences at the end."""

from collections import Counter

from statuts.model.message import Message, msg, msgn


def told(found: Counter[str]) -> tuple[Message, ...]:
    """The sentences, in a fixed order."""
    sentences = (
        ("macro", msg("Macros in the file were ignored.")),
        (
            "picture",
            msgn("{count} picture was left out.", "{count} pictures were left out.", found["picture"]),
        ),
        (
            "object",
            msgn(
                "{count} embedded object was left out.",
                "{count} embedded objects were left out.",
                found["object"],
            ),
        ),
        (
            "source",
            msgn(
                "{count} file that the document would load from elsewhere was ignored.",
                "{count} files that the document would load from elsewhere were ignored.",
                found["source"],
            ),
        ),
        (
            "hidden",
            msgn(
                "Hidden words were kept apart: {count} paragraph.",
                "Hidden words were kept apart: {count} paragraphs.",
                found["hidden"],
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
                "{count} table inside a table was read as paragraphs.",
                "{count} tables inside a table were read as paragraphs.",
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
        (
            "gone",
            msg("Words that one person inserted and another struck were left out: they are in neither text."),
        ),
    )
    return tuple(sentence for name, sentence in sentences if found[name])
