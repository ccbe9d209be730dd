"""One more document on an order of 10,000 lines of which 1,000 documents speak."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench.folder import working_folder
from bench.here import rebuild_here, run_here
from bench.ubl import ubl
from bench.world import Item, Paper, Row

LINES, DOCUMENTS = 10_000, 1_000


def bench() -> None:
    """Prints what the document costs, beside one pass over the whole case."""
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
        folder = working_folder(Path(place) / "large", processes=1)
        order, *deliveries = _trade()
        for n, paper in enumerate((order, *deliveries[:-1])):
            (folder / "inbox" / f"{n}.xml").write_bytes(ubl(paper))
        first = run_here(folder)
        one_pass = rebuild_here(folder)
        idle = run_here(folder)
        (folder / "inbox" / "one-more.xml").write_bytes(ubl(deliveries[-1]))
        one_more = run_here(folder).all - idle.all
        print(
            f"large order  {LINES:,} lines, {DOCUMENTS:,} documents: all of them {first.all:.2f} s, one pass over the "
            f"case {one_pass:.2f} s, one more document {one_more:.2f} s ({one_more / one_pass:.2f} passes)"
        )


def _trade() -> list[Paper]:
    item = Item("S-1", "100001", "4012345678901", "Sechskantschraube M8", "C62", 250)
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
