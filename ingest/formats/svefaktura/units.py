"""Units of Svefaktura: codes, or Swedish words."""

from collections.abc import Mapping

from ingest.values.units_text import unit_key

UNITS: Mapping[str, str] = {
    unit_key(word): code
    for code, words in {
        "H87": "styck stycke stycken st.",
        "PR": "par",
        "XPK": "förp förpackning förpackningar paket pkt",
        "XCT": "krt kartong kartonger",
        "XBX": "låda lådor ask askar",
        "XBG": "påse påsar säck säckar",
        "XBO": "flaska flaskor",
        "XRO": "rle rulle rullar",
        "XPX": "pall pallar",
        "XCI": "dunk dunkar",
        "XTN": "burk burkar",
        "SET": "sats satser",
        "MTR": "lpm meter",
        "HUR": "tim timme timmar",
        "DAY": "dag dagar dygn",
        "WEE": "vecka veckor",
        "MON": "mån månad månader",
        "ANN": "år",
        "KGM": "kilo",
        "TNE": "ton",
    }.items()
    for word in words.split()
}
"""Words (`unit_key` of them) → UN/ECE Recommendation 20."""
