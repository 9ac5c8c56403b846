"""The closed classes of French words: few, frequent, and telling only by what stands beside them.

All are in lower case; elided ones end with a straight apostrophe (« l' »), as `words.normal` writes it.
"""

ARTICLES = frozenset("le la l' les un une des du au aux".split())
"""Articles, those fused with « de » and « à » included."""

CONTRACTED = frozenset("du des au aux".split())
"""A preposition and an article in one: the preposition and the article are both spent."""

TOWARDS = frozenset("à au aux".split())
"""« à », alone or contracted."""

POSSESSIVES = frozenset("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split())

DEMONSTRATIVES = frozenset("ce cet cette ces".split())

QUANTIFIERS = frozenset(
    "aucun aucune certains certaines chaque différents différentes divers diverses maint maints nul "
    "nulle plusieurs quel quelle quels quelles quelque quelques tel telle tels telles "
    "tout toute tous toutes".split()
)

DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES | QUANTIFIERS
"""What opens a noun group."""

NUMERALS = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
    "quarante cinquante soixante cent cents mille demi moitié tiers quart quarts".split()
)
"""Numbers in words: the same one in two places is often chance."""

AMOUNT_SIGNS = frozenset(("€", "k€", "M€", "%"))
"""What stands behind an amount, as a sign."""

MEASURES = AMOUNT_SIGNS.union(
    "an ans année années mois semaine semaines jour jours heure heures h euro euros fois voix".split()
)
"""What numbers count."""

MONTHS = tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
"""In their order."""

WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())

PREPOSITIONS = frozenset(
    "à après avant avec chez contre d' dans de depuis derrière dès devant durant en entre envers excepté "
    "hormis hors jusque jusqu' malgré outre par parmi pendant pour sans sauf selon sous suivant sur vers "
    "via".split()
)
"""Simple prepositions; « du, des, au, aux » are among the determiners."""

CONJUNCTIONS = frozenset(
    "et ou ni mais or donc car que qu' si comme quand lorsque lorsqu' puisque puisqu' quoique quoiqu'".split()
)
"""What joins words or clauses."""

JOINING = frozenset({",", ";", "et", "ou", "ni", "puis"})
"""What stands between the items of an enumeration."""

CLITICS = frozenset(
    "je j' tu il elle on nous vous ils elles me m' te t' se s' le la l' les lui leur y en ne n'".split()
)
"""Words that lean on a verb; several are determiners elsewhere."""

PRONOUNS = CLITICS | frozenset(
    "moi toi soi eux ce c' ceci cela ça celui celle ceux celles qui quoi dont où lequel laquelle lesquels "
    "lesquelles duquel desquels desquelles auquel auxquels auxquelles".split()
)
"""Personal, demonstrative and relative pronouns."""

AUXILIARIES = frozenset(
    "est sont était étaient sera seront soit soient a ont ait aient avait avaient aura auront".split()
)
"""« être » and « avoir »: they weigh as verbs do, and say nothing without the word that follows."""

TIES = frozenset(
    "ainsi alors aussi cependant enfin ensuite néanmoins pourtant toutefois celui-ci celle-ci ceux-ci "
    "celles-ci dernier dernière derniers dernières".split()
)
"""What ties a sentence to the one before and says nothing else there: « Toutefois », « Ce dernier »."""

FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | frozenset("pas ne n' plus".split())
"""Every word that binds others and says little alone."""
