"""LaTeX comes in as LaTeX would set it: numbers of headings, labels of items, signs; nothing is run."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from budget import in_time
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import WORD, all_words, asides, corpus, lines, looks, measured, words, words_of_html

from statuts.errors import InputError, StatutsError
from statuts.importers.latex import read_latex
from statuts.model.brought import BroughtKind, BroughtTable
from statuts.model.redline import Op


def read(text: str) -> list[str]:
    return lines(read_latex(text))


# Signs and words


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\'etat d\^u \`a No\""r"el, \c{c}a, \c ca, na\"{\i}f, \'{E}tat, \~n", "état dû à Noël, ça, ça, naïf, État, ñ"),
        (r"\oe uvre, c\oe{}ur, \OE uvre, c{\oe}ur, \ae", "œuvre, cœur, Œuvre, cœur, æ"),
        (r"a~b -- c --- d, ``e'', l'un", "a\u00a0b – c — d, “e”, l’un"),
        (r"\og un mot \fg{} et \og autre\fg, \frquote{ici}", "«\u00a0un mot\u00a0» et «\u00a0autre\u00a0», «\u00a0ici\u00a0»"),
        (r"le 1\ier{} mars, la 1\iere{}, la 2\ieme, \No 3", "le 1er mars, la 1re, la 2e, N°3"),
        (r"20\,\% \& \_ \# \$ \{ \} \ldots{} \textbackslash", "20\u202f% & _ # $ { } … \\"),
        (r"1\textsuperscript{er}, 1$^{er}$, m$^2$, m\up{2}, CO$_2$", "1er, 1er, m², m², CO₂"),
        (r"$2/3$, $\geq 4$, \frac{2}{3}", "2/3, ≥4, 2/3"),
        ("a % un commentaire\nb", "a b"),
        ("a%\nb", "ab"),
        (r"mot\-coupé, \mbox{sans} fin\footnote{x}.", "motcoupé, sans fin."),
        (r"\verb|a_b%c| et \MakeUppercase{maj}", "a_b%c et MAJ"),
        (r"a\\b\newline c", "a\nb\nc"),
        (r"\hspace{2cm}a\vspace*{1em} \noindent b \label{x}c", "a b c"),
        (r"\inconnu{mot} \autre[opt]{deux}", "mot [opt]deux"),
        (r"{\bfseries gras} {\color{red} rouge}", "gras rouge"),
        (r"a & b", "a & b"),
    ],
)  # fmt: skip
def test_signs_are_those_that_latex_sets(source: str, said: str) -> None:
    assert read(source) == [said]


def test_looks_and_tracked_words_are_kept() -> None:
    brought = read_latex(
        r"\textbf{a} {\bfseries b} c \emph{d} \textit{e} \underline{f} \sout{g} \textcolor{red}{h}"
        r" \href{https://x.fr}{i} \href{javascript:x}{j} \added{k} \deleted{l} \replaced{m}{n} o"
    )
    assert looks(brought, "strong") == ["a", "b"]
    assert looks(brought, "em") == ["d", "e"]
    assert looks(brought, "underline") == ["f"]
    assert looks(brought, "strike") == ["g"]
    assert looks(brought, "colour") == ["h"]
    assert looks(brought, "link") == ["i"]
    runs = [run for p in brought.paragraphs() for run in p.runs]
    assert [(run.text, run.op) for run in runs if run.op is not Op.EQUAL] == [
        ("k", Op.INSERT),
        ("l", Op.DELETE),
        ("n", Op.DELETE),
        ("m", Op.INSERT),
    ]


# Headings


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\section{A}\subsection{B}\subsection{C}\section{D}\subsection{E}", ["1 A", "1.1 B", "1.2 C", "2 D", "2.1 E"]),
        (r"\section*{A}\section{B}", ["A", "1 B"]),
        (
            r"\documentclass[french]{report}\begin{document}\part{P}\chapter{A}\section{B}\subsubsection{C}\appendix\chapter{D}\end{document}",
            ["Première partie P", "Chapitre 1 A", "1.1 B", "C", "Annexe A D"],
        ),
        (
            r"\renewcommand{\thesection}{Article \arabic{section}}\section{A}\subsection{B}",
            ["Article 1 A", "Article 1.1 B"],
        ),
        (
            r"\renewcommand\thesection{\Roman{section}}\section{A}\section{B}",
            ["I A", "II B"],
        ),
        (
            r"\titleformat{\section}{\bf}{Article \thesection{} --}{1em}{}\section{A}",
            ["Article 1 – A"],
        ),
        (r"\setcounter{secnumdepth}{0}\section{A}", ["A"]),
        (r"\setcounter{section}{4}\section{A}", ["5 A"]),
        (r"\newcommand{\art}[1]{\section{#1}}\art{A}\art{B}", ["1 A", "2 B"]),
        (
            r"\newcounter{a}\newcommand{\art}[2][x]{\stepcounter{a}\section*{Article \thea{} : #2}}\art{A}\art[y]{B}",
            ["Article 1 : A", "Article 2 : B"],
        ),
        (
            r"\newenvironment{art}[1]{\section{#1}}{fin}\begin{art}{A}dedans \end{art} dehors",
            ["1 A", "dedans fin dehors"],
        ),
        (
            r"\newtheorem{art}{Article}\begin{art}[Objet] texte\end{art}\begin{art}autre\end{art}",
            ["Article 1 Objet", "texte", "Article 2", "autre"],
        ),
        (r"\section{A}\label{x} v. \ref{x}, \ref{y} et \ref{z} \section{B}\label{y}", ["1 A", "v. 1, 2 et ??", "2 B"]),
        (r"\paragraph{Titre} texte", ["Titre texte"]),
    ],
)  # fmt: skip
def test_headings_have_the_numbers_that_latex_gives(source: str, said: list[str]) -> None:
    assert read(source) == said


def test_the_title_is_set_where_it_is_asked_for() -> None:
    head = r"\documentclass{article}\title{Statuts \emph{d'ici}}\author{Anne \and Bob}\begin{document}"
    brought = read_latex(head + r"\maketitle texte\end{document} après")
    assert lines(brought) == ["Statuts d’ici", "Anne\nBob", "texte"]
    assert next(brought.paragraphs()).kind is BroughtKind.HEADING
    assert "1 word behind the end" in str(brought.remarks[-1])
    assert asides(read_latex(head + r"texte\end{document}")) == [
        ("hidden", "Statuts d’ici"),
        ("hidden", "Anne\nBob"),
    ]


# Lists and tables


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\begin{itemize}\item a \item[*] b\begin{itemize}\item c\end{itemize}\end{itemize}", ["• a", "* b", "– c"]),
        (r"\usepackage[french]{babel}\begin{itemize}\item a\end{itemize}", ["— a"]),
        (
            r"\begin{enumerate}\item a\begin{enumerate}\item b\begin{enumerate}\item c\begin{enumerate}\item d"
            r"\end{enumerate}\end{enumerate}\end{enumerate}\item e\end{enumerate}",
            ["1. a", "(a) b", "i. c", "A. d", "2. e"],
        ),
        (r"\begin{enumerate}[label=\alph*), start=3]\item a\item b\end{enumerate}", ["c) a", "d) b"]),
        (r"\begin{enumerate}[label={\Roman*.}]\item a\item b\end{enumerate}", ["I. a", "II. b"]),
        (r"\begin{enumerate}[label=\arabic*°]\item a\end{enumerate}", ["1° a"]),
        (r"\begin{enumerate}[a)]\item a\item b\end{enumerate}", ["a) a", "b) b"]),
        (r"\renewcommand{\labelenumi}{\alph{enumi})}\begin{enumerate}\item a\item b\end{enumerate}", ["a) a", "b) b"]),
        (r"\renewcommand{\theenumi}{\Alph{enumi}}\begin{enumerate}\item a\end{enumerate}", ["A. a"]),
        (r"\begin{description}\item[Actif] a\item[Autre] b\end{description}", ["Actif a", "Autre b"]),
        ("\\begin{itemize}\n\\item a\n\nsuite\n\\item b\n\\end{itemize}\nfin", ["• a", "suite", "• b", "fin"]),
        (r"\begin{itemize}\item\item a\end{itemize} b", ["• a", "b"]),
    ],
)  # fmt: skip
def test_items_have_the_label_that_latex_gives(source: str, said: list[str]) -> None:
    assert read(source) == said


def test_a_table_comes_in() -> None:
    source = r"""\begin{tabular}{|l|r|c|}
      \hline \textbf{A} & \textbf{B} & \textbf{C} \\ \hline
      un & \multicolumn{2}{c|}{deux} \\[2pt] \multirow{2}{*}{trois} & & 20\,\euro{} \\
      \end{tabular} fin"""
    brought = read_latex(source)
    assert lines(brought) == ["A | B | C", "un | deux | ", "trois |  | 20\u202f€", "fin"]
    table = brought.blocks[0]
    assert isinstance(table, BroughtTable)
    assert [row.heading for row in table.rows] == [True, False, False]


def test_what_stands_beside_is_kept() -> None:
    brought = read_latex(
        r"\lhead{En-tête}\begin{document}a\footnote{Une \emph{note}.} b\footnote{Deux.} \includegraphics{x}"
        r"\input{chapitre}\inconnu{c} \begin{encadré}d\end{encadré}\end{document}"
    )
    assert lines(brought) == ["a b c", "d"]
    assert asides(brought) == [("header", "En-tête"), ("footnote", "Une note."), ("footnote", "Deux.")]
    assert [aside.about for aside in brought.asides] == ["", "1", "2"]
    assert [str(remark) for remark in brought.remarks] == [
        "Not known here, their words were kept: \\inconnu, encadré.",
        "The file “chapitre” is part of this text, and was not read.",
        "1 picture was left out.",
    ]


# Nothing is lost


@pytest.mark.parametrize("name", ["1/before.md", "4/after.md"])
def test_real_texts_come_in_whole(name: str) -> None:
    from importing import as_html

    page = as_html(corpus(name))
    source = re.sub(r"<li>\s*(?:<p>)?", r"\\item ", page)
    for tag, begin, end in (
        ("strong", r"\textbf{", "}"),
        ("em", r"\emph{", "}"),
        ("h1", r"\section*{", "}"),
        ("h2", r"\section*{", "}"),
    ):
        source = source.replace(f"<{tag}>", begin).replace(f"</{tag}>", end)
    source = (
        source.replace("<ul>", r"\begin{itemize}").replace("</ul>", r"\end{itemize}").replace("</p>", "\n\n")
    )
    import html as entities

    source = entities.unescape(re.sub(r"<[^>]+>", "", source)).replace("%", r"\%").replace("&", r"\&")
    assert words(read_latex(source)) == words_of_html(page)


_BITS = st.sampled_from(
    [
        "mot ", "fin. ", "{", "}", r"\textbf{", r"\inconnu{", r"\emph ", r"\section{", r"\footnote{", r"\item ", r"\item[x] ",
        r"\begin{itemize}", r"\end{itemize}", r"\begin{tabular}{ll}", r"\end{tabular}", " & ", r" \\ ", "\n\n", "~", "$",
        "^", r"\begin{center}", r"\end{center}", r"\og ", r"\fg ", r"\textcolor{red}{", r"\'", "---", r"\begin{enumerate}",
        r"\end{enumerate}", r"\multicolumn{2}{c}{", r"\bfseries ", r"\par ", r"\quote ", "[", r"\href{http://a}{",
    ]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(_BITS, max_size=30).map("".join))
def test_no_word_is_lost_whatever_the_macros(source: str) -> None:
    expected = Counter(re.findall("mot|fin", source))
    try:
        brought = read_latex(source)
    except InputError:
        assert not expected
        return
    labels = " ".join(p.label for p in brought.paragraphs())
    found = " ".join(all_words(brought).elements()) + " " + labels
    found = found.replace("\u0301", "")
    accented = source.count(r"\'")
    for word in ("mot", "fin"):
        assert found.count(word) >= expected[word] - accented, (source, brought)


def test_every_word_of_a_plain_text_is_there() -> None:
    brought = read_latex("Un texte, sans macros.\n\nDeux alinéas\\footnote{et une note}.")
    assert all_words(brought) == Counter(WORD.findall("Un texte, sans macros. Deux alinéas et une note 1"))


# What is refused


def test_mutated_sources_raise_nothing_but_our_errors() -> None:
    chance = random.Random(5)
    source = r"\documentclass{article}\newcommand{\a}[1]{\section{#1}}\begin{document}\a{x}\begin{enumerate}[label=\alph*)]\item y\footnote{z}\end{enumerate}\begin{tabular}{l}a&b\\c\end{tabular}\ref{q}$a^2$\'e\end{document}"
    for _ in range(300):
        signs = list(source)
        for _ in range(chance.randrange(1, 15)):
            signs[chance.randrange(len(signs))] = chance.choice("\\{}[]$&#^_%~ea1\n")
        try:
            read_latex("".join(signs)[: chance.randrange(len(signs))])
        except StatutsError:
            continue


HOSTILE = {
    "def": r"\def\a{\a\a}\a",
    "itself": r"\newcommand{\a}{\a\a mot}\a",
    "laughs": "".join(rf"\newcommand{{\a{chr(98 + n)}}}{{{chr(92)}a{chr(99 + n)} \a{chr(99 + n)} \a{chr(99 + n)} x}}" for n in range(20)) + r"\ab",
    "the": r"\renewcommand{\thesection}{\thesection\thesection}\section{A}",
    "nested": r"\newcommand{\a}[1]{x#1}" + r"\a{" * 20_000,
    "groups": "{" * 200_000,
    "looks": r"\textbf{" * 30_000,
    "notes": r"\footnote{" * 5_000,
    "lists": r"\begin{itemize}\item " * 5_000 + "mot",
    "begins": r"\begin{verbatim}" * 50_000,
    "ifs": r"\iffalse" * 50_000,
    "verbs": r"\verb" * 100_000,
    "wide": r"\begin{tabular}{l}" + r"\multicolumn{100}{l}{x} &" * 5_000,
    "rows": r"\begin{tabular}{l}" + "&" * 5_000 + r"\\ " + r"x \\ " * 5_000,
    "labels": r"\label{a}" * 50_000 + "mot",
    "brackets": r"\item[" * 50_000,
    "accents": r"\'" * 100_000,
    "counters": r"\setcounter{section}{99999999999}\section{A}" * 5_000,
    "opens": r"\begin{center}" * 15_000 + r"\end{quote}" * 15_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_source_is_done_with_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.tex"
    path.write_text(HOSTILE[name], encoding="utf-8")
    code = """
    from pathlib import Path
    from statuts.errors import StatutsError
    from statuts.importers.latex import read_latex
    try:
        print(len(read_latex(Path(path).read_text()).blocks))
    except StatutsError as fault:
        print(fault)
    """
    said, seconds, megabytes = measured(code, path)
    assert said
    assert in_time(seconds, 1), said
    assert megabytes < 200, said
