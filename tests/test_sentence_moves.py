"""A sentence that went elsewhere, edited or not: moved, and every difference on the way is shown."""

from copy import deepcopy

from budget import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from statuts.amend.origins import Origin, carried
from statuts.diff.compare import compare
from statuts.diff.inverse import new_text, old_text
from statuts.diff.statistics import statistics
from statuts.markdown.read import read
from statuts.model.redline import ChangeClass, Op, Redline, Segment

SENTENCES = [
    "Le trésorier est élu pour trois ans par l'assemblée générale et rend compte de sa gestion chaque année.",
    "Le président représente l'association dans tous les actes de la vie civile et signe les contrats.",
    "Tout membre peut consulter au siège, à tout moment, les comptes rendus des réunions du bureau.",
    "La cotisation de 25 € est due au plus tard le 31 janvier de chaque année civile.",
    "Une commission de trois membres vérifie les comptes et présente un rapport aux adhérents.",
    "Il se réunit une fois par mois.",
    "Les **convocations** sont envoyées quinze jours avant la date de chaque réunion par courrier.",
]
EDITS = [
    ("trois", "quatre"), ("et ", "ou "), (" et", ", et"), ("l'", "l’"), (" €", "\u00a0€"), ("25", "30"), ("**", ""), ("Le ", "Toutefois, le "),
    (" chaque année", ""), ("tous les", "les"), ("œ", "oe"), ("membre", "membre·sse"), ("président", "Président"), ("", ""),
]  # fmt: skip

FIRST = (
    "L'association, fondée à Lyon, est régie par la loi du 1er juillet 1901, et sa durée n'est pas limitée."
)
SECOND = (
    "Les livres sont tenus par un membre du bureau, qui les ouvre à tous, selon le plan des associations."
)

Articles = list[list[str]]


def text_of(articles: Articles) -> str:
    return "\n".join(f"## Article {n} – Titre {n}\n\n{' '.join(s)}\n" for n, s in enumerate(articles, 1))


@st.composite
def with_a_sentence_elsewhere(draw: st.DrawFn) -> tuple[str, str]:
    """Articles of some sentences each, and the same with one or two in another place, edited or not."""
    kept = [f"L'objet de l'article {n} est celui que dit son titre." for n in range(1, 4)]
    said = draw(st.permutations(SENTENCES))
    old = [[kept[k], *said[2 * k : 2 * k + 2]] for k in range(3)]
    new = deepcopy(old)
    for _ in range(draw(st.integers(1, 2))):
        source = draw(st.sampled_from([a for a in new if len(a) > 1]))
        sentence = source.pop(draw(st.integers(1, len(source) - 1)))
        before, after = draw(st.sampled_from(EDITS))
        target = draw(st.sampled_from(new))
        target.insert(draw(st.integers(1, len(target))), sentence.replace(before, after, 1))
    return text_of(old), text_of(new)


def moved(redline: Redline) -> list[Segment]:
    return [s for block in redline.blocks() for s in block.segments if s.moved]


@settings(max_examples=examples(300), deadline=None)
@given(with_a_sentence_elsewhere())
def test_both_texts_come_back_and_a_move_has_two_ends_that_say_the_same(pair: tuple[str, str]) -> None:
    redline = compare(*map(read, pair))
    assert (old_text(redline), new_text(redline)) == pair
    said: dict[int | None, dict[Op, str]] = {}
    for segment in moved(redline):
        ends = said.setdefault(segment.change, {Op.DELETE: "", Op.INSERT: ""})
        ends[segment.op] += "".join(filter(str.isalnum, segment.text))
    assert all(ends[Op.DELETE] == ends[Op.INSERT] != "" for ends in said.values())


@settings(max_examples=examples(200), deadline=None)
@given(with_a_sentence_elsewhere())
def test_words_that_moved_keep_their_origin(pair: tuple[str, str]) -> None:
    redline = compare(*map(read, pair))
    origins = carried(redline, [Origin(0)] * len(pair[0]), Origin(1))
    at = 0
    for article in redline.articles:
        for block in article.blocks:
            for segment in block.segments:
                if segment.op is Op.DELETE:
                    continue
                own = {o.version for o, c in zip(origins[at:], segment.text, strict=False) if c.isalnum()}
                at += len(segment.text)
                if segment.moved:
                    assert own <= {0}
                elif segment.op is Op.INSERT and segment.cls is ChangeClass.WORDING and block.move is None:
                    assert own <= {1}
    assert at == len(pair[1])


def test_a_word_edited_on_the_way_is_struck_at_one_place_and_added_at_the_other() -> None:
    sentence = SENTENCES[0]
    old = text_of([[FIRST, sentence], [SECOND]])
    new = text_of([[FIRST], [SECOND, sentence.replace("trois", "quatre")]])
    segments = [s for b in compare(read(old), read(new)).blocks() for s in b.segments if s.op is not Op.EQUAL]
    edited = [(s.op, s.text, s.change) for s in segments if not s.moved]
    assert edited == [(Op.DELETE, "trois", 2), (Op.INSERT, "quatre", 2)]


def test_a_comma_that_came_on_the_way_is_counted() -> None:
    old = text_of([[FIRST, SENTENCES[0]], [SECOND]])
    new = text_of([[FIRST], [SECOND, SENTENCES[0].replace(" et", ", et")]])
    assert statistics(compare(read(old), read(new))).classes[ChangeClass.WORDING].places == 2


def test_an_apostrophe_written_otherwise_on_the_way_is_counted_as_typography() -> None:
    old = text_of([[FIRST, SENTENCES[0]], [SECOND]])
    new = text_of([[FIRST], [SECOND, SENTENCES[0].replace("l'", "l’")]])
    assert statistics(compare(read(old), read(new))).classes[ChangeClass.TYPOGRAPHY].places == 1
