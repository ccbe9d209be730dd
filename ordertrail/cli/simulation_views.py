"""What a simulation shows: figures by kind and by supplier, statuses, and the deviations one by one. Values in, rich
values or plain dictionaries out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from orders.status import Status
from orders.wording import Language, label, say
from ordertrail.cli import looks
from ordertrail.cli.order_views import document_text
from ordertrail.simulating.comparing import Differences, Moved, Turn, Turned
from ordertrail.simulating.tally import Group, Tally, summed
from reports.order_json import document_name, money_text

MOST_SHOWN = 500
"""Deviations, and orders, that are shown one by one; JSON has them all."""

_COLOUR: Mapping[str, str] = {Turn.VANISHED: "green", Turn.APPEARED: "yellow"}
_PARTS = ("before", "vanished", "appeared", "after")


@dataclass(slots=True)
class Shown:
    """What of the details is shown: the first of them."""

    turned: list[Turned] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    more: int = 0

    def keep(self, found: Differences) -> None:
        """Takes in the details of some cases, as far as there is room."""
        for mine, theirs in ((self.turned, found.turned), (self.moved, found.moved)):
            room = MOST_SHOWN - len(mine)
            mine.extend(theirs[:room])  # type: ignore[arg-type]  # each to its own kind
            self.more += max(0, len(theirs) - room)


def summary_sheet(found: Differences, shown: Shown, language: Language) -> Iterator[RenderableType]:
    """The figures, and above them the details that were asked for."""
    if shown.turned:
        yield _turned_table(shown.turned, language)
        yield ""
    if shown.moved:
        yield _moved_table(shown.moved, language)
        yield ""
    if shown.more:
        yield Text(label("simulate.more", language, count=str(shown.more)), style="dim")
        yield ""
    whole = summed(found.tallies.values())
    if not whole.changed and not found.statuses and not found.line_statuses:
        yield Text(label("simulate.no_difference", language, orders=str(found.orders), deviations=str(whole.before)))
        return
    yield _figures("cli.what", _by(found, lambda group: group.code), whole, language, _deviation_name)
    yield ""
    yield _figures("cli.supplier", _by(found, lambda group: group.supplier), whole, language, _supplier_name)
    for heading, statuses in (("simulate.orders", found.statuses), ("simulate.lines", found.line_statuses)):
        if statuses:
            yield ""
            yield _statuses(heading, statuses, language)


def difference_json(found: Differences, language: Language) -> Iterator[dict[str, Any]]:
    """The details of some cases, an object each."""
    for one in found.turned:
        deviation = one.deviation
        kind = deviation.document_type
        yield {
            "kind": "deviation",
            "change": one.turn.value,
            "order": deviation.order_number if deviation.order else None,
            "line": deviation.order_line,
            "code": deviation.code.value,
            "severity": deviation.severity.value,
            "document": document_name(kind, deviation.document_number) if kind else None,
            "document_line": deviation.document_line,
            "issue_date": one.issued.isoformat() if one.issued else None,
            "supplier": one.supplier or None,
            "amount": money_text(deviation.amount, deviation.currency),
            "currency": deviation.currency,
            "message": say(deviation.message, language),
            "state": deviation.state,
            "tolerance": deviation.figures.tolerance,
            "rule": deviation.figures.rule,
        }
    for moved in found.moved:
        yield {
            "kind": "status",
            "order": moved.order,
            "supplier": moved.supplier or None,
            "before": moved.before.value,
            "after": moved.after.value,
            "lines": [
                {"line": line, "before": before.value, "after": after.value} for line, before, after in moved.lines
            ],
        }


def summary_json(found: Differences) -> dict[str, Any]:
    """The figures of all cases."""
    codes, suppliers = _by(found, lambda group: group.code), _by(found, lambda group: group.supplier)
    return {
        "kind": "summary",
        "orders": found.orders,
        **_tally_json(summed(found.tallies.values())),
        "codes": [{"code": code, **_tally_json(tally)} for code, tally in codes],
        "suppliers": [{"supplier": supplier or None, **_tally_json(tally)} for supplier, tally in suppliers],
        "statuses": _statuses_json(found.statuses),
        "line_statuses": _statuses_json(found.line_statuses),
    }


def _by(found: Differences, key: Callable[[Group], str]) -> list[tuple[str, Tally]]:
    """The figures by kind or by supplier; those with the most changes first."""
    groups: defaultdict[str, Tally] = defaultdict(Tally)
    for group, tally in found.tallies.items():
        groups[key(group)].add(tally)
    return sorted(groups.items(), key=lambda item: (-(item[1].vanished + item[1].appeared), item[0]))


def _tally_json(tally: Tally) -> dict[str, Any]:
    money = {
        currency: {
            part: money_text(amount, currency or None)
            for part, amount in zip(_PARTS, tally.amounts(currency), strict=True)
        }
        for currency in sorted(tally.money)
    }
    counts = (tally.before, tally.vanished, tally.appeared, tally.after)
    return {**dict(zip(_PARTS, counts, strict=True)), "money": money}


def _statuses_json(statuses: Counter[tuple[Status, Status]]) -> list[dict[str, Any]]:
    return [
        {"before": before.value, "after": after.value, "count": count}
        for (before, after), count in statuses.most_common()
    ]


def _figures(
    heading: str,
    groups: Iterable[tuple[str, Tally]],
    whole: Tally,
    language: Language,
    name: Callable[[str, Language], str],
) -> RenderableType:
    """Counts, and the money at stake a line a currency."""
    codes = (heading, ">simulate.before", ">simulate.vanished", ">cli.amount", ">simulate.appeared", ">cli.amount")
    table = looks.grid(*looks.headings((*codes, ">simulate.after"), language))
    rows = [(looks.cell(name(key, language)), tally) for key, tally in groups if tally.changed]
    rows.append((Text(label("simulate.all", language), style="bold"), whole))
    return looks.add_rows(table, (_figures_row(said, tally, language) for said, tally in rows))


def _figures_row(said: Text, tally: Tally, language: Language) -> Iterator[Text]:
    yield said
    yield Text(str(tally.before), justify="right")
    yield Text(str(tally.vanished or ""), style=_COLOUR[Turn.VANISHED], justify="right")
    yield _money(tally, 1, language)
    yield Text(str(tally.appeared or ""), style=_COLOUR[Turn.APPEARED], justify="right")
    yield _money(tally, 2, language)
    yield Text(str(tally.after), style="bold", justify="right")


def _money(tally: Tally, place: int, language: Language) -> Text:
    amounts = ((currency, tally.amounts(currency)[place]) for currency in sorted(tally.money))
    cells = [looks.money_cell(amount, currency or None, language) for currency, amount in amounts if amount]
    return Text("\n", justify="right").join(cells)


def _statuses(heading: str, statuses: Counter[tuple[Status, Status]], language: Language) -> RenderableType:
    table = looks.grid(*looks.headings(("simulate.status_before", "simulate.status_after", f">{heading}"), language))
    return looks.add_rows(
        table,
        (
            (looks.status_cell(before, language), looks.status_cell(after, language), Text(str(count), justify="right"))
            for (before, after), count in statuses.most_common()
        ),
    )


def _turned_table(turned: Iterable[Turned], language: Language) -> RenderableType:
    codes = ("simulate.change", "cli.order", "cli.line", "cli.what", "cli.document", "cli.message", ">cli.amount")
    return looks.add_rows(looks.grid(*looks.headings(codes, language)), (_turned_row(one, language) for one in turned))


def _turned_row(one: Turned, language: Language) -> Iterator[Text]:
    deviation = one.deviation
    decided = "" if deviation.state == "open" else f" ({label(f'state.{deviation.state}', language)})"
    place = f" ({label('cli.line', language)} {deviation.document_line})" if deviation.document_line else ""
    yield Text(label(f"simulate.{one.turn}", language), style=_COLOUR[one.turn])
    yield looks.cell(deviation.order_number, "bold" if deviation.order else "dim")
    yield looks.cell(deviation.order_line)
    yield Text(label(f"deviation.{deviation.code}", language)) + Text(decided, style="dim")
    yield looks.cell(document_text(deviation.document_type, deviation.document_number, language) + place)
    yield looks.cell(looks.sentence(deviation.message, language))
    yield looks.money_cell(deviation.amount, deviation.currency, language)


def _moved_table(moved: Iterable[Moved], language: Language) -> RenderableType:
    codes = ("cli.order", "cli.line", "cli.supplier", "simulate.status_before", "simulate.status_after")
    table = looks.grid(*looks.headings(codes, language))
    return looks.add_rows(table, (row for one in moved for row in _moved_rows(one, language)))


def _moved_rows(one: Moved, language: Language) -> Iterator[list[Text]]:
    changes = [] if one.before is one.after else [("", one.before, one.after)]
    for line, before, after in (*changes, *one.lines):
        cells = [looks.cell(one.order, "dim" if line else "bold"), looks.cell(line), looks.cell(one.supplier)]
        yield [*cells, looks.status_cell(before, language), looks.status_cell(after, language)]


def _deviation_name(code: str, language: Language) -> str:
    return label(f"deviation.{code}", language)


def _supplier_name(supplier: str, language: Language) -> str:
    return supplier or label("simulate.no_supplier", language)
