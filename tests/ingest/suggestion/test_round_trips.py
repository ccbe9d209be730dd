"""A proposal that is pasted into the configuration reads the sample: in three languages, with odd headings too."""

from datetime import date

import pytest

from ingest.reading import read
from tests.golden import SAMPLES, content
from tests.ingest.suggestion.proposing import documents_by, proposed, round_trip, said
from tests.ingest.tables.made import csv, rows, workbook

LINE = ("order_number", "order_line", "supplier_item", "quantity", "unit")


def test_a_german_export_with_short_headings() -> None:
    sample = csv(
        "LfsNr;Dat;Ihre Best.Nr;Pos;ArtNr;Bez;Mge;ME;Charge",
        "88120;04.03.2026;4500017;10;NS-100-8;Flachstahl 100 x 8;1.250,5;kg;C77",
        "88120;04.03.2026;4500017;20;NS-M8;Sechskantschraube M8;2.000;Stk;C78",
        "88121;05.03.2026;4500021;10;NS-DR2;Bindedraht 2 mm;12;Rolle;C79",
    )
    found = round_trip(sample, "LS_20260304.csv")
    assert said(found, *LINE) == [
        (
            "despatch_advice",
            "88120",
            [("4500017", "10", "NS-100-8", "1250.5", "KGM"), ("4500017", "20", "NS-M8", "2000", "H87")],
        ),
        ("despatch_advice", "88121", [("4500021", "10", "NS-DR2", "12", "XRO")]),
    ]
    assert [one.issue_date for one in found] == [date(2026, 3, 4), date(2026, 3, 5)]
    assert not any(one.issues for one in found)


def test_a_french_export() -> None:
    sample = csv(
        "N° fac.;Dte;Cde client;Lig.;Réf.;Libellé;Qté;U;PU HT;Mt HT;Remarque interne",
        "FA-331;04/03/2026;4500017;10;F-T55;Farine T55;40;SAC;18,40;736,00;vu",
        "FA-331;04/03/2026;4500017;20;E-CART;Étuis carton;1200;BTE;0,085;102,00;",
        "FA-332;17/03/2026;4500019;10;S-GR;Sucre en grains;5;KG;1,20;6,00;vu",
    )
    found = round_trip(sample.encode("cp1252"), "factures-mars.csv")
    assert said(found, *LINE[:4], "unit_price", "line_amount") == [
        (
            "invoice",
            "FA-331",
            [
                ("4500017", "10", "F-T55", "40", "18.40", "736.00"),
                ("4500017", "20", "E-CART", "1200", "0.085", "102.00"),
            ],
        ),
        ("invoice", "FA-332", [("4500019", "10", "S-GR", "5", "1.20", "6.00")]),
    ]


def test_an_english_export_with_headings_that_say_nothing() -> None:
    sample = csv(
        "Doc,Customer Ref,Ln,Part,Col6,Col7,Col8,Commit Dt,Stat",
        "OC100,4500031,10,BP-221,1200,0.31,372.00,03/25/2026,accepted",
        "OC100,4500031,20,BP-240,300,1.08,324.00,03/18/2026,accepted",
        "OC101,4500032,10,BP-900,4,12.50,50.00,03/19/2026,rejected",
    )
    found = round_trip(sample, "confirmations_w10.csv")
    assert said(found, *LINE[:4], "unit_price", "promised_date", "response") == [
        (
            "order_response",
            "OC100",
            [
                ("4500031", "10", "BP-221", "1200", "0.31", "2026-03-25", "accepted"),
                ("4500031", "20", "BP-240", "300", "1.08", "2026-03-18", "accepted"),
            ],
        ),
        ("order_response", "OC101", [("4500032", "10", "BP-900", "4", "12.50", "2026-03-19", "rejected")]),
    ]


def test_a_workbook_with_labels_above_its_headings() -> None:
    sheet = rows(
        ["Nordstahl Handels GmbH"],
        ["Lieferschein-Nr.", "LS-9", "", "Datum", date(2026, 3, 4)],
        [],
        ["Best.Nr.", "Pos.", "Art.Nr.", "Benennung d. Ware", "Liefermenge", "EH"],
        ["4500017", 10, "A-1", "Blech verzinkt", 12.5, "kg"],
        ["4500017", 20, "A-2", "Winkel 40 mm", 3, "Stk"],
    )
    book = workbook(rows(["Anschreiben"]), sheet, names=("Deckblatt", "Positionen"))
    found = round_trip(book, "Lieferschein_4711.xlsx")
    assert said(found, *LINE) == [
        ("despatch_advice", "LS-9", [("4500017", "10", "A-1", "12.5", "KGM"), ("4500017", "20", "A-2", "3", "H87")])
    ]
    assert found[0].issue_date == date(2026, 3, 4)


def test_a_heading_over_two_rows_is_named_by_its_column() -> None:
    sheet = rows(
        ["Purchase order", "", "Delivery", ""],
        ["Number", "Line", "Number", "Quantity"],
        ["P1", 10, "D7", 5],
        ["P1", 20, "D7", 6],
    )
    found = round_trip(workbook(sheet), "asn.xlsx")
    assert said(found, "order_number", "order_line", "quantity") == [
        ("despatch_advice", "D7", [("P1", "10", "5"), ("P1", "20", "6")])
    ]


def test_a_title_with_the_number_in_it_needs_no_columns() -> None:
    sample = csv("Lieferschein Nr. L-77;;;", "Bestellnummer;Pos.;Artikel;Liefermenge", "B1;10;A;5", "B1;20;C;6")
    proposal = proposed(sample, "lieferung.csv")
    assert "columns" not in "".join(line for line in proposal.toml.splitlines() if not line.startswith("#"))
    assert [one.number for one in documents_by(proposal.toml, sample, "lieferung.csv")] == ["L-77"]


@pytest.mark.parametrize("name", ["AVIS_20260304.xml", "moulin_032026.xml", "oc0304.xml"])
def test_own_xml_is_read_as_by_a_layout_written_by_hand(name: str) -> None:
    """But for what no sample tells: what a supplier's own words mean, and a price for a thousand."""
    sample = SAMPLES / "xml_layout" / name
    by_hand = content(sample)
    fields = ("order_number", "order_line", "supplier_item", "quantity")
    expected = said(read(by_hand), *fields)
    found = said(round_trip(sample.read_bytes(), name), *fields)
    without_remarks = [(kind, number, [line for line in lines if line[2]]) for kind, number, lines in found]
    assert without_remarks == expected


def test_a_document_of_old_xml_with_a_single_line() -> None:
    sample = """<?xml version="1.0"?><SHIPNOTICE NUMBER="SN-4" DATE="20260304">
        <SENDER NAME="Brightparts Ltd" ID="0042"/>
        <ORDERREF NO="4500031" DATE="20260220"/>
        <ITEMS><ITEM LINE="1" POLINE="10"><PARTNO>BP-1</PARTNO><DESC>Gasket</DESC>
        <SHIPPEDQTY UOM="EA">40</SHIPPEDQTY></ITEM></ITEMS></SHIPNOTICE>"""
    found = round_trip(sample, "SN0004.xml")
    assert said(found, *LINE) == [("despatch_advice", "SN-4", [("4500031", "10", "BP-1", "40", "EA")])]
    assert found[0].supplier is not None
    assert found[0].supplier.name == "Brightparts Ltd"


def test_answers_on_the_command_line_complete_the_entry() -> None:
    sample = csv("Bestellnummer,Pos.,Artikel,Menge", "B1,10,A,1.234", "B1,20,B,2.500")
    open_one = proposed(sample, "export.csv")
    assert {one.key for one in open_one.questions} >= {"type", "decimal"}
    found = round_trip(sample, "export.csv", type="order_response", decimal=",")
    assert said(found, "quantity") == [("order_response", None, [("1234",), ("2500",)])]


def test_xml_with_a_head_and_words_of_the_supplier() -> None:
    sample = """<Auftragsbestaetigung xmlns="http://erp.example/ab"><Kopf><BelegNr>AB-77</BelegNr>
      <BelegDatum>2026-03-04</BelegDatum><Kunde><KundenNr>10442</KundenNr><Name>Nordwerk AG</Name></Kunde>
      <IhreBestellung>4500044</IhreBestellung><Waehrung>EUR</Waehrung></Kopf><Positionen>
      <Position><PosNr>1</PosNr><IhrePos>10</IhrePos><Artikel>X-1</Artikel><Text>Ventil DN 20</Text><Menge>12</Menge>
        <ME>Stk</ME><Preis>44.50</Preis><Liefertermin>2026-04-01</Liefertermin></Position>
      <Position><PosNr>2</PosNr><IhrePos>20</IhrePos><Artikel>X-2</Artikel><Text>Flansch DN 20</Text><Menge>24</Menge>
        <ME>Stk</ME><Preis>7.10</Preis><Liefertermin>2026-04-02</Liefertermin></Position>
    </Positionen></Auftragsbestaetigung>"""
    found = round_trip(sample, "AB_77.xml")
    assert said(found, *LINE[:4], "name", "unit_price", "promised_date") == [
        (
            "order_response",
            "AB-77",
            [
                ("4500044", "10", "X-1", "12", "Ventil DN 20", "44.50", "2026-04-01"),
                ("4500044", "20", "X-2", "24", "Flansch DN 20", "7.10", "2026-04-02"),
            ],
        )
    ]
    assert (found[0].currency, found[0].buyer and found[0].buyer.name) == ("EUR", "Nordwerk AG")


def test_french_xml_with_several_documents() -> None:
    line = """<Ligne><CommandeClient>450001{0}</CommandeClient><LigneCommande>{1}0</LigneCommande>
      <CodeArticle>F-T55</CodeArticle><Designation>Farine</Designation><QteLivree>{1},5</QteLivree>
      <Unite>KG</Unite></Ligne>"""
    sample = f"""<BonsLivraison><BL numero="BL-1" date="04/03/2026">{line.format(7, 1)}</BL>
      <BL numero="BL-2" date="25/03/2026">{line.format(8, 1)}{line.format(8, 2)}</BL></BonsLivraison>"""
    found = round_trip(sample, "bl.xml")
    assert said(found, *LINE) == [
        ("despatch_advice", "BL-1", [("4500017", "10", "F-T55", "1.5", "KGM")]),
        (
            "despatch_advice",
            "BL-2",
            [("4500018", "10", "F-T55", "1.5", "KGM"), ("4500018", "20", "F-T55", "2.5", "KGM")],
        ),
    ]
    assert [one.issue_date for one in found] == [date(2026, 3, 4), date(2026, 3, 25)]


def test_an_export_of_bookings_with_units_in_its_headings() -> None:
    sample = csv(
        "Buchungsdatum;Materialbeleg;Bestellung;Position;Material;Menge in ErfassME;Erfassungs-ME;Bewegungsart",
        "04.03.2026;5000012345;4500017;10;A-1;1.200,000;KG;101",
        "04.03.2026;5000012345;4500017;20;A-2;30,000;ST;101",
    )
    found = round_trip(sample, "we.csv")
    assert said(found, "order_number", "order_line", "buyer_item", "quantity", "unit") == [
        (
            "receipt_advice",
            "5000012345",
            [("4500017", "10", "A-1", "1200.000", "KGM"), ("4500017", "20", "A-2", "30.000", "H87")],
        )
    ]


def test_records_of_head_and_position_beside_each_other() -> None:
    """They belong together by the number that both state, as in a flat export."""
    sample = """<DATEN DATUM="20260304" ABSENDER="NORDSTAHL">
      <SATZ ART="K" BELEG="LS" NR="88120" BESTNR="4500017"/>
      <SATZ ART="P" NR="88120" POS="10" ARTNR="NS-1" BEZ="Flachstahl" MENGE="0000001250,500" ME="KG"/>
      <SATZ ART="P" NR="88120" POS="20" ARTNR="NS-2" BEZ="Schraube" MENGE="0000002000,000" ME="ST"/>
      <SATZ ART="K" BELEG="LS" NR="88121" BESTNR="4500018"/>
      <SATZ ART="P" NR="88121" POS="10" ARTNR="NS-2" BEZ="Schraube" MENGE="0000000010,000" ME="ST"/></DATEN>"""
    found = round_trip(sample, "EXPORT.XML", type="despatch_advice")
    assert [str(line.quantity) for line in found[0].lines] == ["1250.500", "2000.000"]
    assert [(one.number, one.order_references[0].number, len(one.lines)) for one in found] == [
        ("88120", "4500017", 2),
        ("88121", "4500018", 1),
    ]
