"""The diagram of a proposal's life in the docs is drawn from the table the program follows."""

from pathlib import Path

import pytest

from statuts.model.proposal import NEXT, Stage

PAGE = Path(__file__).parent.parent / "docs" / "life-cycle.md"
FRENCH = {
    Stage.DRAFT: "projet",
    Stage.PROPOSED: "soumise au vote",
    Stage.WITHDRAWN: "retirée",
    Stage.REFUSED: "rejetée",
    Stage.ADOPTED: "adoptée",
}
VERBS = {
    Stage.DRAFT: "propose",
    Stage.PROPOSED: "propose --ready",
    Stage.WITHDRAWN: "withdraw",
    Stage.REFUSED: "refuse",
    Stage.ADOPTED: "adopt",
}


def page() -> str:
    lines = ["# La vie d’une proposition", "", "```mermaid", "stateDiagram-v2", "    [*] --> draft : propose"]
    lines += [f"    {stage} : {FRENCH[stage]}" for stage in Stage]
    lines += [
        f"    {stage} --> {following} : {VERBS[following]}"
        for stage, allowed in NEXT.items()
        for following in Stage
        if following in allowed
    ]
    lines += [f"    {stage} --> [*]" for stage, allowed in NEXT.items() if not allowed]
    lines += [
        "```",
        "",
        "Ce dessin vient de la table `NEXT` de `statuts/model/proposal.py` ; un test le tient à jour.",
    ]
    return "\n".join(lines) + "\n"


def test_the_diagram_in_the_docs_is_drawn_from_the_table(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-cases"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()
