"""Who has to act after a person decided, as `explain` and the reports say it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import inside

COLUMNS = (
    "document_type,document_number,issue_date,supplier,order_number,line,order_line,buyer_item,quantity,unit,unit_price,"
    "rejected_quantity,response\n"
)
ORDER = "order,P1,2026-03-01,ACME,,10,,A-1,80,C62,2.00,,\n"
DEARER = "order_response,AB1,2026-03-03,ACME,P1,1,10,A-1,80,C62,2.20,,changed\n"
AS_ORDERED = "order_response,AB2,2026-03-09,ACME,P1,1,10,A-1,80,C62,2.00,,accepted\n"
REFUSED = "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,80,C62,,20,\n"
TOO_DEAR = "invoice,R1,2026-03-22,ACME,P1,1,10,A-1,80,C62,2.50,,\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    speak(tmp_path, "en")
    (tmp_path / "inbox").mkdir()
    return tmp_path


def speak(here: Path, language: str) -> None:
    config = f'language = "{language}"\n[run]\nsettle_seconds = 0\n[reports]\nformats = ["json"]\n'
    (here / "config.toml").write_text(config, encoding="utf-8")


def come(here: Path, *rows: str) -> None:
    number = len(list((here / "archive").rglob("*"))) if (here / "archive").exists() else 0
    (here / "inbox" / f"{number}.csv").write_text(COLUMNS + "".join(rows), encoding="utf-8")
    assert inside("run", cwd=here).code == 0


def decide(here: Path, *arguments: str) -> None:
    answer = inside("decide", *arguments, cwd=here)
    assert answer.code == 0, answer.err


def told(here: Path, kind: str) -> list[tuple[str, str | None]]:
    """The sentences of a kind, with who has to act."""
    rows = inside("explain", "P1", "--json", cwd=here).rows
    return [(row["sentence"], row["who"]) for row in rows if row["kind"] == kind]


def table(here: Path, name: str) -> Any:
    assert inside("report", cwd=here).code == 0
    (path,) = (here / "reports" / "out").rglob(f"{name}.json")
    return json.loads(path.read_text(encoding="utf-8"))


NEW_ANSWER = {
    "de": ("ist beanstandet; seine neue Antwort fehlt", "Neu bestätigen: „Preis geändert“ wurde beanstandet"),
    "en": ("was not accepted; a new answer is missing", "Answer anew: “Price changed” was rejected"),
    "fr": ("n'est pas accepté ; il manque une nouvelle réponse", "Répondre à nouveau : « Prix modifié » a été refusé"),
}


@pytest.mark.parametrize("language", NEW_ANSWER)
def test_a_confirmed_price_that_the_buyer_rejects_waits_for_a_new_answer(here: Path, language: str) -> None:
    come(here, ORDER, DEARER)
    assert [who for _, who in told(here, "action")] == ["buyer"]
    assert "not settled yet" in told(here, "missing")[0][0]
    decide(here, "reject", "P1", "price_changed")
    speak(here, language)
    missing, action = NEW_ANSWER[language]
    ((said, _),) = told(here, "missing")
    ((step, who),) = told(here, "action")
    assert (missing in said, action in step, who) == (True, True, "supplier"), (said, step)
    assert inside("show", "P1", "--json", cwd=here).row["status"] == "partially_confirmed"
    (row,) = table(here, "orders")
    assert action in row["next_action"]
    speak(here, "en")
    come(here, AS_ORDERED)
    assert inside("show", "P1", "--json", cwd=here).row["status"] == "confirmed"
    assert not [one for one, _ in told(here, "missing") if "new answer" in one]


def test_a_bill_that_the_buyer_rejects_is_the_suppliers_to_put_right_also_when_nothing_else_is_open(here: Path) -> None:
    come(here, ORDER, REFUSED.replace(",20,", ",,"), TOO_DEAR)
    decide(here, "reject", "P1", "price_over", "--why", "credit note asked for")
    assert inside("show", "P1", "--json", cwd=here).row["status"] == "invoiced"
    ((step, who),) = told(here, "action")
    assert ("Put right: “Price too high” was rejected" in step, who) == (True, "supplier"), step
    (row,) = table(here, "orders")
    assert "Put right" in row["next_action"]


def test_goods_that_were_refused_still_go_back_after_closing_but_no_replacement_is_asked_for(here: Path) -> None:
    come(here, ORDER, REFUSED)
    (line,) = table(here, "open_lines")
    assert (line["received"], line["open_to_receive"]) == ("80", "20")
    assert "20 refused at receipt and still here" in str(line["remark"])
    assert "20 refused at receipt and still here" in " ".join(inside("show", "P1", cwd=here).out.split())
    ((step, who),) = told(here, "action")
    assert ("Arrange a return or a replacement" in step, who) == (True, "buyer"), step
    decide(here, "close", "P1", "10", "--why", "no more of these")
    ((step, who),) = told(here, "action")
    assert ("Arrange the return; no replacement is expected any more" in step, who) == (True, "buyer"), step
    (row,) = (row for row in table(here, "exceptions") if row["exception"] == "goods_rejected")
    assert "no replacement" in row["next_action"]
    come(here, REFUSED.replace("WE1", "WE2").replace(",80,C62,,20,", ",-20,C62,,,"))
    assert [row for row in table(here, "exceptions") if row["exception"] == "goods_rejected"] == []
    assert not [step for step, _ in told(here, "action") if "return" in step]
    closed = inside("show", "P1", "--json", cwd=here).row
    assert (closed["status"], closed["lines"][0]["closed_short"]) == ("received", "20")
