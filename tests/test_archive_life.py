"""The whole life of an archive, in any order: versions only grow, nothing adopted changes, everything verifies."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from budget import turns
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from statuts.archive.audit import audit
from statuts.archive.read import open_archive
from statuts.cli import run

WORDS = "neutre apartisan ouvert collégial bénévole".split()
START = "# Statuts\n\n## Article 1 – Objet\n\nUn espace neutre.\n\n## Article 2 – Siège\n\nÀ Paris.\n\n## Article 3 – Bureau\n\nIl applique l'article 2.\n"


class Life(RuleBasedStateMachine):
    """Members propose, change their minds, vote; the archive is looked at after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="statuts-life-"))
        self.root = self.folder / "versions"
        self.day = date(2000, 1, 1)
        self.known: dict[str, bytes] = {}
        self.names = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def say(self, *words: str) -> int:
        code = run(["--lang", "en", *words, "--archive", str(self.root)])
        assert code in (0, 1, 2)
        return code

    def write(self, text: str) -> str:
        file = self.folder / "texte.md"
        file.write_text(text, encoding="utf-8")
        return str(file)

    @initialize()
    def begin(self) -> None:
        assert run(["--lang", "en", "init", str(self.root), "--name", "Essai"]) == 0
        assert self.say("import", self.write(START), "--adopted", self.day.isoformat()) == 0

    def current(self) -> str:
        archive = open_archive(self.root)
        return archive.source(archive.history("statuts").latest)

    def proposals(self) -> list[str]:
        return list(open_archive(self.root).proposals("statuts"))

    @rule(word=st.sampled_from(WORDS), other=st.sampled_from(WORDS))
    def propose_a_word(self, word: str, other: str) -> None:
        self.names += 1
        text = self.current().replace(word, other)
        assert self.say("propose", f"p{self.names}", "--from", self.write(text)) == 0

    @rule(
        kind=st.sampled_from(["keep", "sequence", "bis"]), after=st.sampled_from(["objet", "siege", "bureau"])
    )
    def propose_an_article(self, kind: str, after: str) -> None:
        self.names += 1
        file = self.write(f"## Article 9 – Ajout {self.names}\n\nVoir l'article 2.\n")
        name = f"p{self.names}"
        self.say(
            "propose", name, "--insert", f"ajout-{self.names}", file, "--after", after, "--numbering", kind
        )

    @rule(article=st.sampled_from(["objet", "siege", "bureau", "ajout-1"]))
    def propose_a_repeal(self, article: str) -> None:
        self.names += 1
        self.say("propose", f"p{self.names}", "--repeal", article)

    @rule(pick=st.integers(0, 9), correction=st.booleans())
    def adopt(self, pick: int, correction: bool) -> None:
        names = self.proposals()
        if names:
            self.day += timedelta(days=30)
            words = ["adopt", names[pick % len(names)], "--date", self.day.isoformat()]
            before = len(open_archive(self.root).versions("statuts"))
            code = self.say(*words, *(["--correction"] if correction else []))
            assert len(open_archive(self.root).versions("statuts")) == before + (code == 0)

    @rule(pick=st.integers(0, 9), verb=st.sampled_from(["withdraw", "refuse", "status"]))
    def decide(self, pick: int, verb: str) -> None:
        names = self.proposals()
        if names:
            self.say(verb, names[pick % len(names)])

    @rule(pick=st.integers(0, 9))
    def carry_over(self, pick: int) -> None:
        names = self.proposals()
        if names:
            self.say("propose", names[pick % len(names)], "--carry-over")

    @rule(one=st.integers(0, 9), two=st.integers(0, 9))
    def merge(self, one: int, two: int) -> None:
        names = self.proposals()
        if len(names) > 1:
            self.names += 1
            self.say("merge", names[one % len(names)], names[two % len(names)], "--as", f"p{self.names}")

    @rule(fact=st.sampled_from(["declared", "receipt", "approved"]))
    def record(self, fact: str) -> None:
        latest = open_archive(self.root).history("statuts").latest.name
        assert self.say("record", latest, fact, "--date", self.day.isoformat()) == 0

    @invariant()
    def everything_verifies_and_nothing_adopted_changes(self) -> None:
        if not (self.root / "statuts").is_dir():
            return
        found = audit(self.root)
        assert not found.findings, [str(finding.message) for finding in found.findings]
        versions = open_archive(self.root).versions("statuts")
        now = {
            str(path): path.read_bytes()
            for version in versions
            for path in (self.root / "statuts" / version.name).glob("*")
        }
        assert self.known.items() <= now.items()
        self.known = now
        archive = open_archive(self.root)
        for version in versions:
            assert archive.source(version).count("\n\n\n") == 0


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=turns(15, 500),
    stateful_step_count=turns(15, 50),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
