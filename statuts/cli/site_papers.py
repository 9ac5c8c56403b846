"""The papers of an open proposal, to be downloaded from its page."""


def papers_of() -> None:
    pass
