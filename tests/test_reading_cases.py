"""Every family of headings and items, as a text and the outline it must be read as, side by side."""

from pathlib import Path

import pytest

from statuts.markdown.read import read
from statuts.model.document import Block, Document, Section, SectionKind

CASES = Path(__file__).parent / "cases" / "reading"
CORPUS = Path(__file__).parents[2] / "shared" / "reference" / "corpus" / "zeste-de-savoir"
SHOWN = 60


def outline(document: Document) -> str:
    """A document as lines a person can check against its text."""
    lines = [line for section in document.sections for line in section_lines(section)]
    lines += [f"! {remark.line} {remark.code}: {remark.message}" for remark in document.remarks]
    return "\n".join(lines) + "\n"


def section_lines(section: Section) -> list[str]:
    where = f" in {section.division}" if section.division else ""
    lines = [f"[{section.kind}] {section.id}{where}"]
    if section.heading is not None:
        heading = section.heading
        lines.append(f"    label {section.label!r}")
        key = f"{heading.number!r} = {heading.key}" if heading.number else "none"
        run_in = ", run-in" if heading.run_in else ""
        words = section.blocks[0].body[: heading.label_end]
        lines.append(f"    number {key}, after {words!r}, title {heading.title!r}{run_in}")
    return lines + [block_line(block) for block in section.blocks]


def block_line(block: Block) -> str:
    body = block.body if len(block.body) <= SHOWN else block.body[: SHOWN - 1] + "…"
    group = f" of {block.group}" if block.group else ""
    return (
        f"    {block.line:>3} {block.kind} {block.depth}{group} | {block.lead!r} | {body!r} | {block.tail!r}"
    )


@pytest.mark.parametrize("path", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_text_is_read_as_its_outline(path: Path, update_cases: bool) -> None:
    found = outline(read(path.read_bytes().decode()))
    expected = path.with_suffix(".txt")
    if update_cases:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the reference corpus is not on this machine")
@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("1/before", 21),
        ("1/after", 21),
        ("2/before", 21),
        ("2/after", 20),
        ("3/before", 20),
        ("3/after", 20),
        ("4/before", 20),
        ("4/after", 20),
    ],
)
def test_real_statutes_have_the_articles_their_members_count(name: str, articles: int) -> None:
    document = read((CORPUS / f"{name}.md").read_bytes().decode())
    assert [s.heading and s.heading.key for s in document.articles] == [str(n + 1) for n in range(articles)]
    assert [s.kind for s in document.sections if s.kind is not SectionKind.ARTICLE] == (
        [SectionKind.TITLE] if name == "4/after" else []
    )


@pytest.mark.parametrize(
    "line",
    [
        "Article 3 de la loi du 1er juillet 1901.",
        "Article 3, deuxième alinéa, de la loi.",
        "articles 60 et suivants du Code civil",
        "Articles 60 et suivants du Code civil",
        "L'article 12 – Pouvoirs – reste en vigueur.",
        "Titre honorifique : le président d'honneur.",
        "Section de vote, bureau 4.",
        "Partie prenante : tout adhérent.",
        "Annexes et dépendances du siège.",
    ],
)
def test_prose_that_begins_like_a_label_is_no_heading(line: str) -> None:
    document = read(f"## Article 1 – Renvois\n\nPremier alinéa.\n\n{line}\n")
    assert len(document.sections) == 1
    assert document.sections[0].blocks[-1].body == line


def test_reference_wrapped_to_the_start_of_a_line_is_no_heading() -> None:
    prose = "Le conseil statue comme le prévoit l'article 4, sous la réserve posée par\nArticle 9. Il décide."
    document = read(f"**Article 1.** {prose}\n\n**Article 2.** Fin.\n")
    assert [s.id for s in document.sections] == ["article-1", "article-2"]


def test_identity_does_not_change_with_number_or_place() -> None:
    before = read("## Article 1 – Objet\n\na\n\n## Article 2 – Siège\n\nb\n")
    after = read("## Article 1 – Siège\n\nb\n\n## Article 1 bis – Durée\n\nc\n\n## Article 2 – Objet\n\na\n")
    assert [s.id for s in before.sections] == ["objet", "siege"]
    assert [s.id for s in after.sections] == ["siege", "duree", "objet"]


def test_heading_level_changes_no_section() -> None:
    text = "## Article 1 – Objet\n\na\n\n## Article 2 – Siège\n\nb\n"
    deeper = read(text.replace("##", "####"))
    assert [(s.id, s.kind, s.label) for s in deeper.sections] == [
        (s.id, s.kind, s.label) for s in read(text).sections
    ]


def test_text_without_any_heading_is_one_section() -> None:
    document = read("Un alinéa.\n\nUn autre.\n")
    assert [(s.id, s.kind, len(s.blocks)) for s in document.sections] == [
        ("ouverture", SectionKind.OPENING, 2)
    ]


def test_article_inserted_one_level_too_deep_is_still_an_article() -> None:
    document = read("## Article 5\n\na\n\n### Article 5 bis\n\nb\n\n## Article 6\n\nd\n")
    assert [section.id for section in document.articles] == ["article-5", "article-5-bis", "article-6"]


def test_bold_division_right_above_its_articles_is_a_division() -> None:
    document = read("**TITRE I** – Membres\n\n**Article 1.** Tous.\n\n**Art. 2** Personne\n")
    assert [(s.id, s.division) for s in document.sections] == [
        ("membres", ""),
        ("article-1", "membres"),
        ("article-2", "membres"),
    ]
