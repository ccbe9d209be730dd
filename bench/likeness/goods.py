"""What a supplier sells: families of articles that differ in a size, a colour or a finish, with names in two languages.

The words are a trade's; how alike articles are follows from how catalogues are made, not from how matching compares.
"""

from dataclasses import dataclass
from random import Random

FAMILIES: tuple[tuple[str, str, tuple[str, ...], tuple[tuple[str, str], ...], float], ...] = (
    # German, English, sizes, finishes (German, English), price of the smallest
    (
        "Sechskantschraube",
        "Hexagon bolt",
        tuple(f"M{d}x{n}" for d in (6, 8, 10, 12) for n in (16, 20, 25, 30, 40, 50, 60)),
        (("verzinkt", "zinc plated"), ("A2", "A2"), ("8.8 blank", "8.8 plain")),
        0.08,
    ),
    (
        "Zylinderschraube",
        "Socket head screw",
        tuple(f"M{d}x{n}" for d in (4, 5, 6, 8) for n in (10, 12, 16, 20, 25, 30)),
        (("12.9", "12.9"), ("A4", "A4")),
        0.11,
    ),
    (
        "Sechskantmutter",
        "Hexagon nut",
        ("M6", "M8", "M10", "M12", "M16"),
        (("verzinkt", "zinc plated"), ("A2", "A2")),
        0.03,
    ),
    (
        "Unterlegscheibe",
        "Washer",
        ("6,4", "8,4", "10,5", "13", "17"),
        (("verzinkt", "zinc plated"), ("A2", "A2")),
        0.02,
    ),
    (
        "O-Ring",
        "O-ring",
        tuple(f"{d}x{s}" for d in (12, 16, 20, 24, 30, 36, 42) for s in ("2,5", "3")),
        (("NBR 70", "NBR 70"), ("FKM 80", "FKM 80")),
        0.35,
    ),
    (
        "Rillenkugellager",
        "Deep groove ball bearing",
        ("6203", "6204", "6205", "6206", "6304", "6305"),
        (("2RS", "2RS"), ("ZZ", "ZZ"), ("offen", "open")),
        4.20,
    ),
    (
        "Hydraulikschlauch",
        "Hydraulic hose",
        tuple(f"DN{d} {n} mm" for d in (8, 10, 12, 16) for n in (500, 800, 1000, 1500)),
        (("2SN", "2SN"), ("1SN", "1SN")),
        14.50,
    ),
    (
        "Aderleitung",
        "Single core cable",
        ("0,75", "1,5", "2,5", "4"),
        (("rot", "red"), ("blau", "blue"), ("schwarz", "black"), ("grün-gelb", "green-yellow")),
        0.28,
    ),
    (
        "Schutzhandschuh",
        "Protective glove",
        ("Gr. S", "Gr. M", "Gr. L", "Gr. XL"),
        (("Nitril", "nitrile"), ("Leder", "leather")),
        2.90,
    ),
    (
        "Filterpatrone",
        "Filter cartridge",
        ("5 µm", "10 µm", "25 µm", "50 µm"),
        (("Papier", "paper"), ("Edelstahl", "stainless")),
        11.80,
    ),
    (
        "Magnetventil",
        "Solenoid valve",
        ('1/4"', '3/8"', '1/2"', '3/4"'),
        (("24 V DC", "24 V DC"), ("230 V AC", "230 V AC")),
        48.0,
    ),
    ("Näherungsschalter", "Proximity switch", ("M8", "M12", "M18", "M30"), (("PNP", "PNP"), ("NPN", "NPN")), 31.0),
    (
        "Flachstahl",
        "Flat steel",
        tuple(f"{w}x{t}" for w in (20, 30, 40, 50) for t in (5, 8, 10)),
        (("S235", "S235"), ("S355", "S355")),
        3.10,
    ),
    (
        "Kartonage",
        "Cardboard box",
        ("200x150x100", "300x200x150", "400x300x200", "600x400x300"),
        (("1-wellig", "single wall"), ("2-wellig", "double wall")),
        0.62,
    ),
    ("Schmierfett", "Grease", ("400 g", "1 kg", "5 kg", "25 kg"), (("EP2", "EP2"), ("weiß", "white")), 5.40),
)

UNITS = {"Aderleitung": "MTR", "Flachstahl": "MTR", "Schmierfett": "C62"}


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `cents` is its list price for one unit."""

    number: str  # the supplier's
    ours: str  # the buyer's
    gtin: str
    german: str
    english: str
    unit: str
    cents: int


def catalogue(chance: Random, supplier: int) -> list[list[Article]]:
    """The families that a supplier sells, each with its articles; neighbours in a family are the near duplicates."""
    families = chance.sample(FAMILIES, chance.randint(3, 7))
    made: list[list[Article]] = []
    for place, (german, english, sizes, finishes, least) in enumerate(families):
        base = least * chance.uniform(0.7, 1.6)
        articles = []
        for step, size in enumerate(sizes):
            for finish, (ours, theirs) in enumerate(finishes):
                price = base * (1 + 0.09 * step) * (1 + 0.35 * finish)
                serial = f"{place:02d}{step:02d}{finish}"
                articles.append(
                    Article(
                        number=f"{chance.choice('ABKT')}{supplier:03d}-{serial}",
                        ours=f"{700 + supplier}{serial}",
                        gtin=f"40{supplier:04d}{serial}0",
                        german=f"{german} {size} {ours}",
                        english=f"{english} {size} {theirs}",
                        unit=UNITS.get(german, "C62"),
                        cents=max(1, round(price * 100)),
                    )
                )
        made.append(articles)
    return made
