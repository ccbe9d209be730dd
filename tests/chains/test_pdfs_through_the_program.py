"""Real PDFs of one invoice, with lines and without, in the inbox. docs/corpus-chains.md says what they hold."""

from pathlib import Path

import pytest

from tests.chains.folder import Folder

pytestmark = pytest.mark.slow

ORDER = "PO445"
PDFS = "pdf/OCA_edi/files__Facture_FR_"
HEADINGS = "document_type,document_number,issue_date,currency,supplier,line,supplier_item,quantity,unit,unit_price"
HEAD = f"order,{ORDER},2017-11-02,EUR,Au bon moulin"
ORDERED = "\n".join(
    (HEADINGS, f"{HEAD},1,NOUG250,20,C62,4.095", f"{HEAD},2,BRAIS300,15,C62,3.20", f"{HEAD},3,HOLANCL,25,LTR,19.80")
)


def invoiced(folder: Folder) -> tuple[str, list[str], dict[str, int], set[str]]:
    """The status, what is invoiced of each line, how many documents are in each state, and what deviates."""
    shown = folder.show(ORDER)
    states = [one["state"] for one in shown["documents"]]
    return (
        shown["status"],
        [one["invoiced"] for one in shown["lines"]],
        {state: states.count(state) for state in set(states)},
        {one["code"] for one in shown["deviations"]},
    )


@pytest.mark.parametrize("arrival", [("MINIMUM", "EN16931"), ("EN16931", "MINIMUM")], ids="-".join)
def test_a_real_invoice_without_lines_is_stood_in_for_by_the_one_with_lines(
    corpus: Path, tmp_path: Path, arrival: tuple[str, str]
) -> None:
    folder = Folder(tmp_path / "work")
    order = tmp_path / "order.csv"
    order.write_text(ORDERED, encoding="utf-8")
    folder.drop(order, corpus / f"{PDFS}{arrival[0]}.pdf")
    if arrival[0] == "MINIMUM":
        status, lines, states, codes = invoiced(folder)
        assert (status, lines, states) == ("partially_invoiced", ["0", "0", "0"], {"counted": 2})
        assert "header_only_invoice" in codes
    folder.drop(corpus / f"{PDFS}{arrival[1]}.pdf")
    status, lines, states, codes = invoiced(folder)
    assert (status, lines, states) == ("invoiced", ["20", "15", "25"], {"counted": 2, "not_counted": 1})
    assert "header_only_invoice" not in codes
    folder.call("rebuild", "--check")
