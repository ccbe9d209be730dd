"""The keys of `config.toml`: their names, types and defaults. Every unknown one is an error.

The tables are named as in the file. What a key means is said in the commented reference, `reference.toml`.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, Strict

from ingest.layout import Layout
from orders.numbers import Quantity, parse_number
from orders.policy import Tolerance
from orders.quantity import simplest
from orders.status import DEFAULT_PRECEDENCE, Status
from orders.wording import Language
from ordertrail.config.nearest import nearest
from ordertrail.config.settings import OnError, ReportFormat, WatchMode
from ordertrail.config.tolerance import parse_tolerance

_QUOTIENT = re.compile(r"(\d{1,12}) */ *(\d{1,12})", re.ASCII)


def _number(value: object) -> Decimal:
    """A number that is not negative, also where it is written as a text, as tolerances are."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise ValueError("must be a number")
    try:
        number = parse_number(str(value))
    except ValueError:
        raise ValueError("must be a number") from None
    if number < 0:
        raise ValueError("must not be negative")
    return number


def _quotient(value: object) -> Quantity:
    """A number above 0, or a quotient of two whole ones ("1/3") where no decimal shows it."""
    if isinstance(value, str) and (parts := _QUOTIENT.fullmatch(value.strip())):
        over, under = (int(part) for part in parts.groups())
        if over and under:
            return simplest(Fraction(over, under))
    return _positive(_number(value))


def _positive(number: Decimal) -> Decimal:
    if not number:
        raise ValueError("must be more than 0")
    return number


def _share(number: Decimal) -> Decimal:
    if number > 1:
        raise ValueError("must lie between 0 and 1")
    return number


def _precedence(value: object) -> tuple[Status, ...]:
    """The statuses in the order that was asked for; those left out follow in the default order."""
    if value == "default":
        return DEFAULT_PRECEDENCE
    if not isinstance(value, list):
        raise ValueError('must be "default" or a list of statuses')
    for code in value:
        if code not in tuple(Status):
            raise ValueError(f"names {code!r}, which is no status; {nearest(str(code), list(Status))}")
    asked = [Status(code) for code in value]
    if len(set(asked)) < len(asked):
        raise ValueError("names a status twice")
    return (*asked, *(status for status in DEFAULT_PRECEDENCE if status not in asked))


def _without_party(layout: Layout) -> Layout:
    if layout.party is not None:
        raise ValueError('name the supplier with "supplier" and describe it under [suppliers]; "party" is filled in')
    return layout


Flag = Annotated[bool, Strict()]
Text = Annotated[str, Strict(), Field(min_length=1)]
Count = Annotated[int, Strict(), Field(ge=0)]
AtLeastOne = Annotated[int, Strict(), Field(ge=1)]
Number = Annotated[InstanceOf[Decimal], BeforeValidator(_number)]
Factor = Annotated[InstanceOf[Decimal] | InstanceOf[Fraction], BeforeValidator(_quotient)]
Positive = Annotated[Number, AfterValidator(_positive)]
Share = Annotated[Number, AfterValidator(_share)]
Limit = Annotated[InstanceOf[Tolerance], BeforeValidator(parse_tolerance)]


class Table(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FoldersTable(Table):
    """`[folders]`; relative to the file."""

    inbox: Text = "inbox"
    archive: Text = "archive"
    quarantine: Text = "quarantine"
    reports: Text = "reports/out"


class DatabaseTable(Table):
    """`[database]`."""

    url: Text = "sqlite:///ordertrail.db"


class OptionsTable(Table):
    """`[options]` and `[suppliers.KEY.options]`; absent: inherit."""

    order_response: Flag | None = None
    shipping: Flag | None = None
    receipt: Flag | None = None
    rejected_goods_fill: Flag | None = None
    returns_refunded: Flag | None = None
    numbers_yearly: Flag | None = None
    test_documents: Flag | None = None


class ToleranceTable(Table):
    """`[tolerance]` and the rule sets below it; absent: inherit, in the widest one 0."""

    quantity_under: Limit | None = None
    quantity_over: Limit | None = None
    price_under: Limit | None = None
    price_over: Limit | None = None
    line_amount: Limit | None = None
    total: Limit | None = None
    freight: Limit | None = None
    date_days: Count | None = None


class StatusTable(Table):
    """`[status]`."""

    precedence: Annotated[tuple[Status, ...], BeforeValidator(_precedence)] = DEFAULT_PRECEDENCE


class MatchingTable(Table):
    """`[matching]`."""

    accept: Share = Decimal("0.90")
    margin: Share = Decimal("0.10")


class UnitTable(Table):
    """`{ unit = "C62", factor = "12" }`."""

    unit: Text
    factor: Factor


class SupplierTable(Table):
    """`[suppliers.KEY]`."""

    name: Text | None = None
    ids: list[Text] = []
    aliases: list[Text] = []
    accounts: list[Text] = []
    options: OptionsTable = OptionsTable()
    tolerance: ToleranceTable = ToleranceTable()
    item_tolerance: dict[str, ToleranceTable] = {}
    units: dict[str, UnitTable] = {}
    item_units: dict[str, dict[str, UnitTable]] = {}
    items: dict[str, Text] = {}


class ItemGroupTable(Table):
    """`[item_groups.KEY]`."""

    items: list[Text]
    tolerance: ToleranceTable = ToleranceTable()


class RunTable(Table):
    """`[run]`."""

    processes: Count = 0
    settle_seconds: Number = Decimal(2)
    poll_seconds: Positive = Decimal(5)
    rescan_seconds: Positive = Decimal(60)
    watch: WatchMode = "auto"
    batch_documents: AtLeastOne = 100
    empty_file_minutes: Number = Decimal(5)
    retry_minutes: Positive = Decimal(15)


class LimitsTable(Table):
    """`[limits]`."""

    file_mb: AtLeastOne = 100
    file_documents: AtLeastOne = 50_000
    reader_memory_mb: Annotated[int, Strict(), Field(ge=128)] = 1024
    reader_cpu_seconds: AtLeastOne = 60
    reader_seconds: AtLeastOne = 120
    disk_reserve_mb: Count = 200


class ReportsTable(Table):
    """`[reports]`."""

    formats: list[ReportFormat] = ["xlsx", "csv", "json"]


class ValidationTable(Table):
    """`[validation]`."""

    on_error: OnError = "off"


class ConfigFile(Table):
    """The whole file."""

    language: Language = "de"
    folders: FoldersTable = FoldersTable()
    database: DatabaseTable = DatabaseTable()
    options: OptionsTable = OptionsTable()
    tolerance: ToleranceTable = ToleranceTable()
    status: StatusTable = StatusTable()
    matching: MatchingTable = MatchingTable()
    suppliers: dict[str, SupplierTable] = {}
    item_groups: dict[str, ItemGroupTable] = {}
    run: RunTable = RunTable()
    limits: LimitsTable = LimitsTable()
    reports: ReportsTable = ReportsTable()
    validation: ValidationTable = ValidationTable()
    layouts: list[Annotated[Layout, AfterValidator(_without_party)]] = []
