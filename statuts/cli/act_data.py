"""An act as plain data for `--json`: its instructions, and the operations they amount to."""

from collections.abc import Mapping, Sequence

from statuts.amend.derive import operations_between
from statuts.amend.parts import parts_of, with_kept_ids
from statuts.model.instruction import Instruction
from statuts.model.operations import WORDED
from statuts.render.instructions import instruction_data
from statuts.render.json import statistics_as_data
from statuts.wording.apply import Applied
from statuts.wording.write import Wording

Data = Mapping[str, object]


def wording_data(found: Wording, old: str) -> Data:
    """A wording that was written: its text, its instructions with their changes, what it does not say."""
    return {
        "text": found.text,
        "formulas": {formula.name.lower(): count for formula, count in found.formulas.items()},
        "instructions": [instruction_data(instruction) for instruction in found.instructions],
        "operations": operations_data(old, found.result),
        "unsaid": statistics_as_data(found.unsaid),
    }


def applied_data(act: Sequence[Instruction], applied: Applied, old: str) -> Data:
    """An act that was read and applied; `lines` are those of the old text it was found at."""
    return {
        "instructions": [
            {**instruction_data(instruction), "lines": list(lines)}
            for instruction, lines in zip(act, applied.touched, strict=True)
        ],
        "operations": operations_data(old, applied.text),
        "text": applied.text,
    }


def operations_data(old: str, new: str) -> list[Data]:
    """The typed operations between two texts, as in the `proposal.toml` of a proposal."""
    before = parts_of(old)
    after = with_kept_ids(parts_of(new), before)
    wordings = {part.id: part.markdown for part in after}
    return [
        {
            "act": operation.act,
            "article": operation.article,
            "after": operation.after or None,
            "division": operation.division or None,
            "kind": operation.kind,
            "wording": wordings[operation.article] if operation.act in WORDED else None,
        }
        for operation in operations_between(before, after)
    ]
