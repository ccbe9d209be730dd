"""How senders write a description down: in their language, abbreviated, misspelt, with more or less."""

from random import Random

from bench.likeness.goods import Article

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MORE = (
    "lose",
    "bulk",
    "VPE 100",
    "Charge {n}",
    "Lot {n}",
    "gemäß Spezifikation",
    "RoHS",
    "inkl. Dichtung",
    "Zeichnung {n}",
)


def written(chance: Random, article: Article, german: bool) -> str:
    """The article's description as one sender writes it on one line."""
    text = article.german if german else article.english
    for share, change in HABITS:
        if chance.random() < share:
            text = change(chance, text)
    return text


def _abbreviated(chance: Random, text: str) -> str:
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) > 8 and word.isalpha()]
    if long:
        place = chance.choice(long)
        words[place] = words[place][: chance.randint(4, 8)] + chance.choice((".", ".", ""))
    return " ".join(words)


def _misspelt(chance: Random, text: str) -> str:
    """One letter of one word is wrong, missing, twice or swapped; digits are typed off a catalogue and mostly right."""
    places = [place for place in range(1, len(text) - 1) if text[place].isalpha() and text[place - 1].isalpha()]
    if not places:
        return text
    place = chance.choice(places)
    how = chance.randrange(4)
    letter = (chance.choice(_LETTERS), "", text[place] * 2, text[place - 1])[how]
    if how == 3:
        return text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :]
    return text[:place] + letter + text[place + 1 :]


def _more(chance: Random, text: str) -> str:
    return f"{text}, {chance.choice(_MORE).format(n=chance.randrange(1000, 99999))}"


def _less(chance: Random, text: str) -> str:
    words = text.split()
    if len(words) > 2:
        del words[chance.randrange(len(words))]
    return " ".join(words)


def _spaced(chance: Random, text: str) -> str:
    return text.replace("x", chance.choice((" x ", "X", " X ", "*"))).replace(",", chance.choice((".", ",")))


def _shouted(_: Random, text: str) -> str:
    return text.upper()


HABITS = ((0.25, _abbreviated), (0.20, _misspelt), (0.15, _more), (0.10, _less), (0.20, _spaced), (0.15, _shouted))
"""How often a line is written in a way."""
