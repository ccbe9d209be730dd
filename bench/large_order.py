"""One more document where much was said already: an order of 10,000 lines of which 1,000 documents speak, and one line
that 6,300 rows of 138 receipts speak of, or of as many invoices that are too dear, some of them credited.
"""

import tempfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from bench.folder import working_folder
from bench.here import rebuild_here, run_here
from bench.ubl import ubl
from bench.world import Item, Paper, Row

LINES, DOCUMENTS = 10_000, 1_000
ROWS, PARTS = 6_300, 138


def bench() -> None:
    """Prints what the document costs, beside one pass over the whole case."""
    _one_more(f"{LINES:,} lines, {DOCUMENTS:,} documents", _many_lines())
    _one_more(f"1 line, {PARTS} receipts of {ROWS:,} rows", _many_parts("receipt_advice", 250))
    _one_more(f"1 line, {PARTS} dear invoices of {ROWS:,} rows, credits", _many_bills())


def _one_more(what: str, trade: list[Paper]) -> None:
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
        folder = working_folder(Path(place) / "large", processes=1)
        for n, paper in enumerate(trade[:-1]):
            (folder / "inbox" / f"{n}.xml").write_bytes(ubl(paper))
        first = run_here(folder)
        one_pass = rebuild_here(folder)
        idle = run_here(folder)
        (folder / "inbox" / "one-more.xml").write_bytes(ubl(trade[-1]))
        one_more = run_here(folder).all - idle.all
        print(
            f"large order  {what}: all of them {first.all:.2f} s, one pass over the case {one_pass:.2f} s, one more "
            f"document {one_more:.2f} s ({one_more / one_pass:.2f} passes)"
        )


def _item() -> Item:
    return Item("S-1", "100001", "4012345678901", "Sechskantschraube M8", "C62", 250)


def _many_parts(kind: str, cents: int) -> list[Paper]:
    """An order of one line, and documents that speak of it in so many rows."""
    line = Row(1, "4500000001", 1, _item(), ROWS, 250)
    order = Paper("order", "4500000001", 1, date(2026, 3, 1), "4500000001", (line,))
    bounds = [n * ROWS // PARTS for n in range(PARTS + 1)]
    return [
        order,
        *(
            replace(
                order,
                type=kind,
                number=f"N{n}",
                rows=tuple(replace(line, id=row, quantity=1, cents=cents) for row in range(1, end - start + 1)),
                issued=date(2026, 3, 20),
            )
            for n, (start, end) in enumerate(pairwise(bounds))
        ),
    ]


def _many_bills() -> list[Paper]:
    order, *bills = _many_parts("invoice", 300)
    corrections = [
        replace(
            bill, type="credit_note", number=f"G{n}", rows=bill.rows[:1], issued=date(2026, 3, 21), invoice=bill.number
        )
        for n, bill in enumerate(bills[::10])
    ]
    return [order, *corrections, *bills]


def _many_lines() -> list[Paper]:
    item = _item()
    rows = tuple(
        Row(n, "4500000001", n, replace(item, supplier_item=f"S-{n}", buyer_item=f"{100000 + n}"), 10, 250)
        for n in range(1, LINES + 1)
    )
    order = Paper("order", "4500000001", 1, date(2026, 3, 1), "4500000001", rows)
    share = LINES // DOCUMENTS
    parts = (rows[n * share : (n + 1) * share] for n in range(DOCUMENTS))
    return [
        order,
        *(
            replace(order, type="despatch_advice", number=f"LS{n}", rows=part, issued=date(2026, 3, 20))
            for n, part in enumerate(parts)
        ),
    ]
