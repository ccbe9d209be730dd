"""Units as people and ERP systems write them, translated to UN/ECE Recommendation 20.

Sources: names and symbols of Rec 20 revision 17 and their German and French equivalents; the internal unit keys that
SAP ships (table T006: ST, KAR, PAL, LE …), Microsoft Dynamics, Sage and DATEV; codes that Rec 20 has withdrawn (PCE,
CT, BX, PK …) and the openTRANS and BMEcat lists that still use them. Packages become Rec 21 codes with an X in front,
as Rec 20 prescribes.
"""

import re
import unicodedata
from functools import cache

from ingest.values.rec20 import rec20_codes
from orders.remembered import remembered

_MEANT_OTHERWISE = frozenset(("CTN", "DT", "FL", "HA", "KGS", "KTN", "PAL", "STK", "TST"))
"""Codes of Rec 20 that no trade column means: centitonne, dry ton, flake ton, hank, kilogram per second, kilotonne,
pascal, stick of cigarettes, ten sets. There they are carton, decitonne, bottle, hectare, kilograms, carton, pallet,
piece and a thousand pieces."""

_TEXTS: dict[str, str] = {
    "H87": """stk st stck stück stueck stücke stuecke stücks stückzahl pce pces pcs pc pz piece pieces pièce pièces
        einzelstück stk/pcs nos no_of_pieces psc""",
    "EA": "ea each",
    "C62": "einheit einheiten unit units unite unité unités un u one eins eine ein einh nmb",
    "SET": "set sets satz sätze satze garnitur garnituren jeu jeux sortiment garn ens ensemble ensembles",
    "PR": "paar paare pair pairs paire paires pr paa npr",
    "DZN": "dutzend dtz dzd dz doz dozen douzaine douzaines dtzd",
    "CEN": "hundert 100stk 100st 100stuck hundred cent centaine c% %st",
    "MIL": "tausend tsd ts 1000stk 1000st 1000stuck thousand mille millier tst tstk tsdstk tsdst tausendstück",
    "GRO": "gros gross grosse",
    "KGM": "kg kgs kilo kilos kilogramm kilogram kilograms kilogramme kilogrammes",
    "GRM": "g gr gramm gram grams gramme grammes",
    "MGM": "mg milligramm milligram milligramme",
    "TNE": "t to tonne tonnen tonnes ton_metrisch metric_ton",
    "DTN": "dt dezitonne doppelzentner zentner_metrisch quintal",
    "LBR": "lb lbs pfund_(lb) pound pounds livre_(lb)",
    "ONZ": "oz ounce ounces unze unzen once onces",
    "MTR": "m mtr meter metre metres mètre mètres lfm lfdm lfd.m lfdmeter laufmeter laufende_meter",
    "LM": "ml_lineaire mètre_linéaire mètres_linéaires linear_meter linear_metre linear_meters",
    "CMT": "cm zentimeter centimeter centimetre centimètre centimètres",
    "MMT": "mm millimeter millimetre millimètre millimètres",
    "DMT": "dm dezimeter decimetre décimètre",
    "KMT": "km kilometer kilometre kilomètre kilomètres",
    "INH": "inch inches zoll pouce pouces in",
    "FOT": "ft foot feet fuss pied pieds",
    "YRD": "yd yard yards",
    "MTK": "m2 m² qm quadratmeter sqm square_metre square_meter mètre_carré mètres_carrés mq m^2",
    "CMK": "cm2 cm² qcm quadratzentimeter",
    "FTK": "sqft ft2 square_foot square_feet",
    "HAR": "ha hektar hectare hectares",
    "MTQ": "m3 m³ cbm kubikmeter cubic_metre cubic_meter mètre_cube mètres_cubes cum m^3",
    "LTR": "l ltr lit liter litre litres litres liters",
    "MLT": "ml milliliter millilitre millilitres",
    "CLT": "cl zentiliter centilitre",
    "HLT": "hl hektoliter hectolitre",
    "HUR": "h hr hrs std stunde stunden hour hours heure heures",
    "MIN": "min minute minuten minutes",
    "DAY": "tag tage tg day days jour jours j",
    "WEE": "woche wochen wk week weeks semaine semaines",
    "MON": "monat monate mon month months mois",
    "ANN": "jahr jahre jhr year years an année années annum yr",
    "KWH": "kwh kilowattstunde kilowattstunden",
    "MWH": "mwh megawattstunde",
    "LS": "psch pschl pausch pauschal pauschale lump_sum forfait ls flat_rate pau",
    "E48": "le leistungseinheit leistung service services prestation",
    "E49": "manntag personentag pt arbeitstag at working_day jour_homme",
    "P1": "% prozent percent pourcent",
    "XCT": "karton kartons kart kar krt ct ctn ctns carton cartons cart ktn",
    "XPX": "palette paletten pal plt pll pallet pallets palettes pf europalette eur-palette europaletten epal",
    "XPK": """pak pack packs packung packungen pkg pkt pk paket pakete päckchen package packages paquet paquets pqt vpe
        ve pckg pckgs""",
    "XBX": "box boxes bx schachtel schachteln schtl boite boîte boîtes bte kasten",
    "XBG": "beutel btl_beutel bag bags bg sack säcke sacke sac sacs sachet sachets tüte tüten",
    "XRO": "rolle rollen rol ro rll roll rolls rouleau rouleaux rlx rl nrl",
    "XBO": "flasche flaschen fl fla bottle bottles bouteille bouteilles btl flacon flacons",
    "XCX": "dose dosen can cans ds conserve",
    "XTN": "büchse büchsen tin tins boîte_métallique",
    "XDR": "fass fässer drum drums fût fûts trommel trommeln",
    "XCI": "kanister kan canister canisters bidon bidons jerrican ki_kanister",
    "XPL": "eimer eim pail pails bucket buckets seau seaux",
    "XBE": "bund bünde bündel bd bundle bundles botte bottes fagot faisceau",
    "XCR": "kiste kisten crate crates caisse caisses steige",
    "XST": "blatt blätter bl sheet sheets feuille feuilles bogen bögen tafel tafeln plaque plaques blt",
    "XTU": "tube tuben tub tubes tu",
    "XJR": "glas gläser jar jars pot pots bocal",
    "XPU": "tray trays schale schalen plateau plateaux display",
    "XCS": "case cases cs",
    "XSA": "gebinde_sack",
    "RM": "ries ream reams rame rames",
    "KT": "kit kits",
    "XLT": "lot lots",
    "XCQ": "kartusche kartuschen cartridge cartridges cartouche cartouches patrone patronen",
    "XPC": "colis parcel parcels",
    "XCL": "coil coils",
    "XRL": "reel reels haspel",
    "XSO": "spule spulen spool spools bobine bobines",
    "XBR": "stange stangen stg barre barres",
    "NM3": "nm3",
}
_NOISE = re.compile(r"[\s._]+")
_MAYBE_MORE = re.compile(r"\((?:e|n|en|s|es)\)$")
"""Endings of words for one or more: "Stück(e)", "pièce(s)"."""


@cache
def _codes_by_text() -> dict[str, str]:
    return {unit_key(text): code for code, texts in _TEXTS.items() for text in texts.split()}


@remembered(4_096)
def unit_key(text: str) -> str:
    """A unit's text for comparison: case, accents, blanks and dots do not matter; m² is m2."""
    folded = unicodedata.normalize("NFKD", text.strip()).casefold()
    return _NOISE.sub("", _MAYBE_MORE.sub("", "".join(c for c in folded if not unicodedata.combining(c))))


@remembered(4_096)
def unit_of(text: str) -> str | None:
    """The Rec 20 code of a unit that a person or an ERP system wrote; None if it is not known.

    A code of Rec 20 is itself, unless trade means something else by it ("STK"); "Stk", "pcs" and "Stück" are H87.
    """
    code = text.strip()
    if code in rec20_codes() and code not in _MEANT_OTHERWISE:
        return code
    known = _codes_by_text().get(unit_key(text))
    if known is not None:
        return known
    return code.upper() if code.upper() in rec20_codes() else None
