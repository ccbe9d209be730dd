"""`decide …`: what people decide. What each form does stands in `ordertrail.cli.decisions`."""

from typing import Annotated

import typer

from orders.deviations import DeviationCode
from orders.status import Status
from ordertrail.cli.asking import OrderArgument
from ordertrail.cli.decision_words import NO_ORDER, ByOption, Kind, Track, WhyOption
from ordertrail.cli.invocation import ConfigOption, JsonOption, invocation

TeachOption = Annotated[
    bool, typer.Option("--teach/--no-teach", help="Learn from it for other documents of the supplier, or not.")
]
LineArgument = Annotated[str, typer.Argument(metavar="LINE", help="The order line.")]
LineOption = Annotated[str | None, typer.Option("--line", metavar="LINE", help="Only this order line.")]
DocumentArgument = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help='Type and number, such as "invoice R-108"; the newest if several.')
]
CodeArgument = Annotated[DeviationCode, typer.Argument(metavar="CODE", help="The deviation's code: price_over, …")]
DocumentOption = Annotated[
    str | None, typer.Option("--document", metavar="DOCUMENT", help='Only at this document: "invoice R-108".')
]
TrackOption = Annotated[Track, typer.Option("--track", metavar="TRACK", help="delivery or invoicing.")]
OrderOrNone = Annotated[
    str, typer.Argument(metavar="ORDER", help=f"As for show; {NO_ORDER} for what belongs to no order.")
]


def accept(
    context: typer.Context,
    order: OrderOrNone,
    code: CodeArgument,
    line: LineOption = None,
    document: DocumentOption = None,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Accept an open deviation: it is right so. An accepted quantity, date or price of a response is what counts.

    Examples:
      ordertrail decide accept 4500017 quantity_changed --line 10 --why "agreed by phone"
      ordertrail decide accept 4500017 price_over --document "invoice R-108"
      ordertrail decide accept - total_mismatch --document "invoice R-108"
    """
    from ordertrail.cli.decisions import judge

    here = invocation(context, config, json)
    judge(here, Kind.ACCEPT, order, code, line=line, document=document, by=by, why=why)


def reject(
    context: typer.Context,
    order: OrderOrNone,
    code: CodeArgument,
    line: LineOption = None,
    document: DocumentOption = None,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Reject an open deviation: the supplier has to mend it.

    Examples:
      ordertrail decide reject 4500017 price_over --line 10 --why "credit note asked for"
    """
    from ordertrail.cli.decisions import judge

    here = invocation(context, config, json)
    judge(here, Kind.REJECT, order, code, line=line, document=document, by=by, why=why)


def assign(
    context: typer.Context,
    document: DocumentArgument,
    order: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT_LINE ORDER ORDER_LINE",
            help="The document's line, the order, and the order's line; where there are no lines, the order alone.",
        ),
    ],
    quantity: Annotated[
        str | None,
        typer.Option(metavar="Q", help="Only so much of it, in the document's unit: a line may be split over several."),
    ] = None,
    amount: Annotated[
        str | None,
        typer.Option(
            metavar="A", help="Only so much of a bill without lines, net: it may be split over several orders."
        ),
    ] = None,
    teach: TeachOption = True,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Assign a document line to an order line; with quantities to several, one after the other.

    A document without lines is assigned to an order as a whole, or in amounts to several.

    What that tells about the supplier's items and units is learned, and said; --no-teach decides and teaches nothing.

    Examples:
      ordertrail decide assign "invoice R-108" 1 4500017 10
      ordertrail decide assign "invoice R-108" 1 4500017 10 --quantity 6
      ordertrail decide assign "invoice R-108" 1 4500018 20 --quantity 4
      ordertrail decide assign "invoice R-109" 4500017
      ordertrail decide assign "invoice R-110" 4500017 --amount 60
      ordertrail decide assign "invoice R-110" 4500018 --amount 40
    """
    from ordertrail.cli.decisions import put, put_nothing, put_whole

    here = invocation(context, config, json)
    match order:
        case [number] if quantity is None:
            put_whole(here, document, number, amount, by=by, why=why)
        case [document_line, number, order_line] if amount is None:
            put(here, (document, document_line), (number, order_line), quantity, teach=teach, by=by, why=why)
        case _:
            put_nothing(here, len(order), quantity, amount)


def charge(
    context: typer.Context,
    document: DocumentArgument,
    document_line: Annotated[str, typer.Argument(metavar="LINE", help="The document's line.")],
    teach: TeachOption = True,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Say that a document line is a charge: freight, a surcharge, packaging. It belongs to no order line.

    Its wording is learned for the supplier, and said; --no-teach decides and teaches nothing.

    Examples:
      ordertrail decide charge "invoice R-108" 3
    """
    from ordertrail.cli.decisions import declare_charge

    declare_charge(invocation(context, config, json), document, document_line, teach=teach, by=by, why=why)


def close(
    context: typer.Context,
    order: OrderArgument,
    line: LineArgument,
    track: TrackOption = "delivery",
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Close an order line short: what has not come will not come.

    Examples:
      ordertrail decide close 4500017 10 --why "the rest will never come"
      ordertrail decide close 4500017 10 --track invoicing
    """
    from ordertrail.cli.decisions import shut

    shut(invocation(context, config, json), Kind.CLOSE, order, line, track, by=by, why=why)


def reopen(
    context: typer.Context,
    order: OrderArgument,
    line: LineArgument,
    track: TrackOption = "delivery",
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Open a line again that was closed, by a person or by the supplier.

    Examples:
      ordertrail decide reopen 4500017 10
    """
    from ordertrail.cli.decisions import shut

    shut(invocation(context, config, json), Kind.REOPEN, order, line, track, by=by, why=why)


def replacement(
    context: typer.Context,
    document: DocumentArgument,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Say that a document replaces the others of its type and number.

    Examples:
      ordertrail decide replacement "invoice R-108" --why "corrected by the supplier"
    """
    from ordertrail.cli.decisions import mark

    mark(invocation(context, config, json), Kind.REPLACEMENT, document, by=by, why=why)


def duplicate(
    context: typer.Context,
    document: DocumentArgument,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Say that a document is a duplicate: it does not count.

    Examples:
      ordertrail decide duplicate "invoice R-108"
    """
    from ordertrail.cli.decisions import mark

    mark(invocation(context, config, json), Kind.DUPLICATE, document, by=by, why=why)


def count(
    context: typer.Context,
    document: DocumentArgument,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Say that a document counts although it seemed to be a duplicate, to conflict, or of another supplier.

    Examples:
      ordertrail decide count "invoice R-108"
    """
    from ordertrail.cli.decisions import mark

    mark(invocation(context, config, json), Kind.COUNT, document, by=by, why=why)


def status(
    context: typer.Context,
    order: OrderArgument,
    status: Annotated[Status, typer.Argument(metavar="STATUS", help=f"One of {', '.join(Status)}.")],
    line: LineOption = None,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Set the status of an order, or of one line, by hand. It stays so until it is revoked.

    Examples:
      ordertrail decide status 4500017 invoiced --why "billed outside"
      ordertrail decide status 4500017 received --line 10
      ordertrail decide revoke --order 4500017 --what status
    """
    from ordertrail.cli.decisions import set_status

    set_status(invocation(context, config, json), order, status, line, by=by, why=why)


def revoke(
    context: typer.Context,
    decision: Annotated[
        int | None, typer.Argument(metavar="ID", help="The decision's number, as `decide list` shows it.")
    ] = None,
    order: Annotated[
        str | None, typer.Option("--order", metavar="ORDER", help="With --what: all of that kind on this order.")
    ] = None,
    what: Annotated[
        Kind | None, typer.Option("--what", metavar="KIND", help=f"A kind of decision: {', '.join(Kind)}.")
    ] = None,
    line: LineOption = None,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Take a decision back. What it changed is derived anew as if it had never been.

    Examples:
      ordertrail decide revoke 7
      ordertrail decide revoke --order 4500017 --what status
      ordertrail decide revoke --order 4500017 --what close --line 10
    """
    from ordertrail.cli.decisions import take_back_decisions

    take_back_decisions(invocation(context, config, json), decision, order, what, line, by=by, why=why)


def listed(
    context: typer.Context,
    order: Annotated[
        str | None, typer.Option("--order", metavar="ORDER", help="Only those on this order and its documents.")
    ] = None,
    revoked: Annotated[bool, typer.Option("--revoked", help="Also those that were revoked.")] = False,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """List the decisions that stand.

    Examples:
      ordertrail decide list
      ordertrail decide list --order 4500017 --revoked
    """
    from ordertrail.cli.decisions import list_decisions

    list_decisions(invocation(context, config, json), order, revoked_too=revoked)
