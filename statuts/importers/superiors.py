"""Digits raised or lowered, for formats that have no other way to say so: « m² », « CO₂ »."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def raised(text: str) -> str:
    """Digits as raised ones; « er » of « 1er » stays as it is."""
    return text.translate(_RAISED) if text.strip().isdecimal() else text


def lowered(text: str) -> str:
    """Digits as lowered ones."""
    return text.translate(_LOWERED) if text.strip().isdecimal() else text
