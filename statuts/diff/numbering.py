"""C1 … Cn: the changes numbered in reading order, the same in every output."""

from dataclasses import replace

from statuts.model.redline import ArticleChange, BlockChange


def numbered(articles: tuple[ArticleChange, ...]) -> tuple[ArticleChange, ...]:
    """The same articles with their changes numbered in reading order, from 1, without a hole."""
    final: dict[int, int] = {}
    for article in articles:
        for block in article.blocks:
            if block.move is not None:
                final.setdefault(block.move, len(final) + 1)
            for segment in block.segments:
                if segment.change is not None:
                    final.setdefault(segment.change, len(final) + 1)
    if all(number == provisional for provisional, number in final.items()):
        return articles
    return tuple(
        replace(article, blocks=tuple(_renumbered(block, final) for block in article.blocks))
        if any(block.move or any(s.change for s in block.segments) for block in article.blocks)
        else article
        for article in articles
    )


def _renumbered(block: BlockChange, final: dict[int, int]) -> BlockChange:
    segments = tuple(
        segment if segment.change is None else segment._replace(change=final[segment.change])
        for segment in block.segments
    )
    move = final[block.move] if block.move is not None else None
    return block._replace(segments=segments, move=move)
