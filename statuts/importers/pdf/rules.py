"""Thin rules through words and under them: what is struck, what is underlined."""

from bisect import bisect_left

from statuts.importers.pdf.page import Glyph, Rule

_STRIKE = (-0.62, -0.12)  # of the size, from the baseline: where a rule strikes
_UNDERLINE = (-0.12, 0.32)
_COVERED = 0.85  # how much of a rule must lie along letters, or it is a frame
_BREAK = 7.0  # points
_MOST = 20_000


def marked(glyphs: list[Glyph], rules: list[Rule]) -> list[Glyph]:
    """The letters, those along a rule told so."""
    flat = _mended([rule for rule in rules if rule.is_flat][:_MOST])
    if not flat or not glyphs:
        return glyphs
    order = sorted(range(len(glyphs)), key=lambda index: glyphs[index].y)
    heights = [glyphs[index].y for index in order]
    tallest = max(glyph.size for glyph in glyphs)
    done = list(glyphs)
    for rule in flat:
        y = (rule.y0 + rule.y1) / 2
        low = bisect_left(heights, y - 0.4 * tallest)
        high = bisect_left(heights, y + 0.7 * tallest)
        near = [
            index
            for index in order[low:high]
            if rule.x0 - 0.5 <= (glyphs[index].x0 + glyphs[index].x1) / 2 <= rule.x1 + 0.5
        ]
        for name, (least, most) in (("strike", _STRIKE), ("underline", _UNDERLINE)):
            along = [i for i in near if least * glyphs[i].size <= y - glyphs[i].y < most * glyphs[i].size]
            words = [index for index in along if glyphs[index].text.strip()]
            if words and _runs_along(rule, [glyphs[index] for index in along]):
                for index in along:
                    glyph = done[index]
                    done[index] = glyph._replace(
                        strike=glyph.strike or name == "strike",
                        underline=glyph.underline or name == "underline",
                    )
    return done


def _mended(rules: list[Rule]) -> list[Rule]:
    """Rules on one line, close to each other, as one: an underline spares the letters that hang below it."""
    done: list[Rule] = []
    for rule in sorted(rules, key=lambda each: (round(each.y0 + each.y1), each.x0)):
        last = done[-1] if done else None
        if last is not None and abs(last.y0 - rule.y0) < 0.7 and -1 < rule.x0 - last.x1 < _BREAK:
            done[-1] = last._replace(x1=max(last.x1, rule.x1))
        else:
            done.append(rule)
    return done


def _runs_along(rule: Rule, glyphs: list[Glyph]) -> bool:
    start, end = min(each.x0 for each in glyphs), max(each.x1 for each in glyphs)
    return min(end, rule.x1) - max(start, rule.x0) >= _COVERED * (rule.x1 - rule.x0)
