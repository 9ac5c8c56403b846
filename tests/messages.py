"""Keep the message catalogues true to the code: extract, update, compile; `--check` only complains.

Run through `make messages` and `make lint`. A French message that is missing, fuzzy or no longer used
fails the check; so does one whose typography a French printer would not accept.
"""

import re
import sys
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "statuts" / "locale" / "fr" / "LC_MESSAGES" / "statuts.po"
_JINJA = {
    "extensions": "jinja2.ext.i18n", "trim_blocks": "true", "lstrip_blocks": "true",
    "newstyle_gettext": "true", "silent": "false",
}  # fmt: skip
KEYWORDS: dict[str, Any] = {
    "_": None, "gettext": None, "ngettext": (1, 2), "msg": None, "msgn": (1, 2),
}  # fmt: skip

# What click says of its own; by name, since its code is not ours and its releases reword little.
CLICK: list[str | tuple[str, str]] = [
    "Usage:", "Options", "Commands", "Positional arguments", "Show this message and exit.", "Missing command.",
    "Missing argument", "Missing option", "Missing parameter", "required", "default: {default}", "env var: {var}",
    "Invalid value: {message}", "Invalid value for {param_hint}: {message}", "No such option {name!r}.",
    "No such command {name!r}.", "Option {name!r} does not take a value.", "Choose from:\n\t{choices}",
    "{value!r} is not a valid {number_type}.", "file", "directory", "path", "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a file.", "{name} {filename!r} is a directory.", "{name} {filename!r} is not readable.",
    "Could not open file {filename!r}: {message}",
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
]  # fmt: skip


def extracted() -> Catalog:
    """Every message of the code and of the templates."""
    catalogue = Catalog(domain="statuts")
    for folder, method in (
        ("statuts", [("**.py", "python")]),
        ("templates", [("**.html", "jinja2.ext.babel_extract"), ("**.md", "jinja2.ext.babel_extract")]),
    ):
        options = {"**.html": _JINJA, "**.md": _JINJA}
        for name, line, message, _comments, context in extract_from_dir(
            str(ROOT / folder), method, options_map=options, keywords=KEYWORDS
        ):
            catalogue.add(message, None, [(f"{folder}/{name}", line)], context=context)
    for text in CLICK:
        catalogue.add(text, None, [("click", 0)])
    return catalogue


def stored() -> Catalog:
    """The French catalogue as committed."""
    with PO.open("rb") as source:
        return read_po(source)


def update() -> None:
    """Write the catalogue with what the code says now; translations of unchanged messages stay."""
    old = stored() if PO.exists() else Catalog()
    catalogue = Catalog(
        domain="statuts", project="statuts", version="", fuzzy=False, copyright_holder="statuts"
    )
    catalogue.mime_headers = [("Plural-Forms", PLURAL)]
    for message in old:
        if message.id and message.string:
            catalogue.add(message.id, message.string)
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with PO.open("wb") as out:
        out.write(HEADER.encode())
        write_po(out, catalogue, width=110, sort_output=True, omit_header=True, no_location=True)


def problems() -> list[str]:
    """What is wrong with the French catalogue, one line each."""
    catalogue, code = stored(), extracted()
    found = []
    known = {m.id for m in catalogue if m.id}
    wanted = {m.id for m in code if m.id}
    found += [f"not in the catalogue (run `make messages`): {m!r}" for m in wanted - known]
    found += [f"no longer used (run `make messages`): {m!r}" for m in known - wanted]
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy or not all(strings):
            found.append(f"not translated: {ids[0]!r}")
        for text in strings:
            places, asked = _places(text), _places("".join(ids))
            if text and not places <= asked:
                found.append(f"names places that are not there: {text!r}")
            found += [f"typography, {what}: {text!r}" for what in typography(text)]
    return found


def _places(text: str) -> set[str]:
    return {place.replace("!r", "") for place in re.findall(r"\{\w+(?:!r)?\}|%\(\w+\)[sd]", text)}


def typography(text: str) -> list[str]:
    """What a French printer would correct. Lexique des règles typographiques en usage à l'Imprimerie nationale."""
    bare = re.sub(r"https?://\S+|\{[^}]*\}|--?[a-z-]+|%\(\w+\)[sd]", "x", text)
    faults = []
    if re.search(r"\w'\w", bare):
        faults.append("straight apostrophe")
    if re.search(r"[^\s\u202f\u00a0][;!?](?!\w)", bare) or re.search(r"[ \u00a0][;!?]", bare):
        faults.append("thin no-break space before ; ! ?")
    if re.search(r"(?<=\w) :|(?<=[\w»)]):(?=\s|$)", bare):
        faults.append("no-break space before :")
    if re.search(r"« |[^\u00a0 ]»| »", bare):
        faults.append("no-break space inside « »")
    if '"' in bare or "“" in bare or "”" in bare:
        faults.append("« » for quotation marks")
    return faults


# Two forms, as gettext has always had them for French: what Babel takes for a locale changes with its versions.
PLURAL = "nplurals=2; plural=(n > 1);"
HEADER = f"""msgid ""
msgstr ""
"Language: fr\\n"
"Plural-Forms: {PLURAL}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


def main() -> int:
    """Update and compile, or check."""
    if "--check" in sys.argv:
        found = problems()
        print("\n".join(found) or "The French catalogue is complete.")
        return 1 if found else 0
    update()
    sys.path.insert(0, str(ROOT))
    from hatch_build import compile_catalogues

    compile_catalogues(ROOT)
    missing = [line for line in problems() if line.startswith("not translated")]
    print(f"{PO.relative_to(ROOT)}: {len(missing)} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
