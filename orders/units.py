"""Units of measure and exact conversion between them.

Codes and factors: UN/ECE Recommendation 20 (revision 17); codes for packages: Recommendation 21, which Rec 20 users
write with an X in front (XPX pallet). A factor is given to the base unit of its dimension and is exact.
"""

from fractions import Fraction

PIECES = frozenset({"C62", "H87", "EA", "NAR", "PCE", "PCS", "PC", "ST", "XPP", "NMB", "1I", "E48"})
"""Codes that all mean one piece."""

_DIMENSIONS: dict[str, dict[str, str]] = {
    "count": {
        "PR": "2",
        "DZN": "12",
        "DPC": "12",
        "CEN": "100",
        "GRO": "144",
        "MIL": "1000",
        "TP": "10",
        "P3": "3",
        "P4": "4",
        "P5": "5",
        "P6": "6",
        "P8": "8",
        "SCO": "20",
        "GGR": "1728",
        "MIO": "1000000",
        "HC": "100",
        "T3": "1000",
    },
    "length": {
        "MTR": "1",
        "DMT": "1/10",
        "CMT": "1/100",
        "MMT": "1/1000",
        "KMT": "1000",
        "KTM": "1000",
        "4H": "1/1000000",
        "HMT": "100",
        "INH": "254/10000",
        "FOT": "3048/10000",
        "YRD": "9144/10000",
        "SMI": "1609344/1000",
        "JM": "1",
    },
    "area": {
        "MTK": "1",
        "DMK": "1/100",
        "CMK": "1/10000",
        "MMK": "1/1000000",
        "HAR": "10000",
        "ARE": "100",
        "KMK": "1000000",
        "FTK": "9290304/100000000",
        "INK": "64516/100000000",
    },
    "volume": {
        "LTR": "1",
        "MTQ": "1000",
        "DMQ": "1",
        "CMQ": "1/1000",
        "MLT": "1/1000",
        "CLT": "1/100",
        "DLT": "1/10",
        "HLT": "100",
        "KLT": "1000",
        "MMQ": "1/1000000",
        "GLL": "3785411784/1000000000",
        "GLI": "454609/100000",
    },
    "mass": {
        "KGM": "1",
        "GRM": "1/1000",
        "MGM": "1/1000000",
        "TNE": "1000",
        "DTN": "100",
        "HGM": "1/10",
        "KTN": "1000000",
        "LBR": "45359237/100000000",
        "ONZ": "45359237/1600000000",
    },
    "time": {"SEC": "1", "MIN": "60", "HUR": "3600", "DAY": "86400", "WEE": "604800"},
    "energy": {"KWH": "1", "WHR": "1/1000", "MWH": "1000", "GWH": "1000000"},
    "month": {"MON": "1", "QAN": "3", "ANN": "12", "SAN": "6"},
}
_FACTORS: dict[str, tuple[str, Fraction]] = {
    code: (dimension, Fraction(factor)) for dimension, codes in _DIMENSIONS.items() for code, factor in codes.items()
} | {code: ("count", Fraction(1)) for code in PIECES}

_ONE = Fraction(1)


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are the same, or one of them is not stated."""
    return one == other or one is None or other is None or (one in PIECES and other in PIECES)


def conversion(source: str | None, target: str | None) -> Fraction | None:
    """How many `target` one `source` is, exactly; None if Recommendation 20 does not say."""
    if same_unit(source, target):
        return _ONE
    ours, theirs = _FACTORS.get(source or ""), _FACTORS.get(target or "")
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return None
    return ours[1] / theirs[1]
