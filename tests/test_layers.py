"""The layers hold: the core imports no file, clock, terminal or web module, and never looks outward."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "statuts"

# From the innermost outward: a layer may import itself and those before it.
LAYERS = (
    "model",
    "errors",
    "language",
    "markdown",
    "diff",
    "tracked",
    "wording",
    "amend",
    "render",
    "papers",
    "importers",
    "site",
    "archive",
    "i18n",
    "desk",
    "press",
    "web",
    "cli",
)
CORE = (
    "model",
    "errors",
    "language",
    "markdown",
    "diff",
    "tracked",
    "wording",
    "amend",
    "render",
    "papers",
    "importers",
    "site",
)

# What the core may import besides itself: values and algorithms, nothing that reaches the world outside.
# `io` and `zipfile` come with the format: a Word file is a zip, packed in memory.
PURE = {
    "__future__", "abc", "base64", "bisect", "codecs", "collections", "contextlib", "dataclasses", "datetime", "diff_match_patch",
    "difflib", "docx", "enum", "fractions", "functools", "gettext", "hashlib", "html", "io", "itertools", "jinja2", "json",
    "logging", "lxml", "markdown_it", "markupsafe", "math", "operator", "pdfminer", "re", "segno", "string", "struct", "textwrap", "types",
    "typing", "typst", "unicodedata", "zipfile", "zlib",
}  # fmt: skip
CLOCK = {"today", "now", "utcnow"}


def modules(layer: str) -> Iterator[Path]:
    folder = PACKAGE / layer
    yield from sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{layer}.py"]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield str(node.module)


@pytest.mark.parametrize("layer", CORE)
def test_the_core_imports_no_file_clock_terminal_or_web_module(layer: str) -> None:
    for path in modules(layer):
        for name in imports(path):
            top = name.split(".")[0]
            assert top == "statuts" or top in PURE, f"{path.name} imports {name}"


@pytest.mark.parametrize("layer", CORE)
def test_the_core_opens_no_file_and_reads_no_clock(layer: str) -> None:
    for path in modules(layer):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert not (isinstance(node.func, ast.Name) and name in ("open", "print", "input")), path
            assert not (isinstance(node.func, ast.Attribute) and name in CLOCK), path


@pytest.mark.parametrize("layer", LAYERS)
def test_no_layer_imports_one_further_out(layer: str) -> None:
    allowed = {*LAYERS[: LAYERS.index(layer) + 1]}
    for path in modules(layer):
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "statuts" and len(parts) > 1:
                assert parts[1] in allowed, f"{path.relative_to(PACKAGE)} imports {name}"


def test_every_module_belongs_to_a_layer_and_opens_with_the_reason_it_exists() -> None:
    for path in PACKAGE.rglob("*.py"):
        relative = path.relative_to(PACKAGE)
        layer = relative.parts[0].removesuffix(".py")
        assert layer in LAYERS or relative.name in ("__init__.py", "__main__.py"), relative
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), relative


def test_no_module_is_a_giant() -> None:
    for path in PACKAGE.rglob("*.py"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 400, f"{path.relative_to(PACKAGE)} has {lines} lines"
