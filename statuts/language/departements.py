"""The French départements, and whether a text shows one: by name, by number, by postcode."""

import re
import unicodedata

_NAMES = (
    "Ain|Aisne|Allier|Alpes-de-Haute-Provence|Hautes-Alpes|Alpes-Maritimes|Ardèche|Ardennes|Ariège|Aube|Aude|Aveyron|"
    "Bouches-du-Rhône|Calvados|Cantal|Charente|Charente-Maritime|Cher|Corrèze|Corse-du-Sud|Haute-Corse|Corse|Côte-d'Or|"
    "Côtes-d'Armor|Creuse|Dordogne|Doubs|Drôme|Eure|Eure-et-Loir|Finistère|Gard|Haute-Garonne|Gers|Gironde|Hérault|"
    "Ille-et-Vilaine|Indre|Indre-et-Loire|Isère|Jura|Landes|Loir-et-Cher|Loire|Haute-Loire|Loire-Atlantique|Loiret|"
    "Lot|Lot-et-Garonne|Lozère|Maine-et-Loire|Manche|Marne|Haute-Marne|Mayenne|Meurthe-et-Moselle|Meuse|Morbihan|"
    "Moselle|Nièvre|Nord|Oise|Orne|Pas-de-Calais|Puy-de-Dôme|Pyrénées-Atlantiques|Hautes-Pyrénées|"
    "Pyrénées-Orientales|Bas-Rhin|Haut-Rhin|Rhône|Haute-Saône|Saône-et-Loire|Sarthe|Savoie|Haute-Savoie|Paris|"
    "Seine-Maritime|Seine-et-Marne|Yvelines|Deux-Sèvres|Somme|Tarn|Tarn-et-Garonne|Var|Vaucluse|Vendée|Vienne|"
    "Haute-Vienne|Vosges|Yonne|Territoire de Belfort|Essonne|Hauts-de-Seine|Seine-Saint-Denis|Val-de-Marne|"
    "Val-d'Oise|Guadeloupe|Martinique|Guyane|La Réunion|Mayotte|Saint-Pierre-et-Miquelon|Saint-Barthélemy|"
    "Saint-Martin|Wallis-et-Futuna|Polynésie française|Nouvelle-Calédonie"
).split("|")
_NUMBER = r"(?:0[1-9]|[1-8]\d|9[0-5]|2[ABab]|97[1-8]|98[678])"
_SHOWN = re.compile(
    rf"\(\s*{_NUMBER}\s*\)|(?<!\d)(?:0[1-9]|[1-8]\d|9[0-578])\s?\d{{3}}(?!\d)(?!\s*(?:€|euros|membres))"
)


def _folded(text: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return re.sub(r"[\s\u2010-\u2015’'-]+", " ", bare)


# With their capital: « une réunion », « le lot », « la somme » name no département.
_FORMS = {form for name in map(_folded, _NAMES) for form in (name, name.upper())}
_NAMED = re.compile(r"\b(?:" + "|".join(sorted(_FORMS, key=lambda form: (-len(form), form))) + r")\b")


def names_departement(text: str) -> bool:
    """Whether `text` holds the name of a département, its number in brackets, or a postcode."""
    return _SHOWN.search(text) is not None or _NAMED.search(_folded(text)) is not None
