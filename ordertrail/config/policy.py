"""From the tables of `config.toml` to the policy that matching is handed."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from ingest.layout import Layout
from ingest.values.unit_codes import unit_and_text
from orders.document import Party, PartyId
from orders.parties import id_key
from orders.policy import MatchingPolicy, Options, Packaging, Policy, SupplierPolicy, Tolerances
from orders.references import reference_key
from ordertrail.config.keys import (
    ConfigFile,
    OptionsTable,
    SupplierTable,
    ToleranceTable,
    UnitTable,
)
from ordertrail.config.nearest import nearest
from ordertrail.config.positions import Path


def policy(config: ConfigFile) -> Policy:
    """Everything that was decided beforehand."""
    options = _options(config.options, Options())
    return Policy(
        options=options,
        tolerances=_tolerances(config.tolerance),
        item_groups={key: _tolerances(group.tolerance) for key, group in config.item_groups.items()},
        item_group_of={reference_key(item): key for key, group in config.item_groups.items() for item in group.items},
        precedence=config.status.precedence,
        matching=MatchingPolicy(accept=config.matching.accept, margin=config.matching.margin),
        suppliers=tuple(_supplier(key, table, options) for key, table in config.suppliers.items()),
    )


def layouts(config: ConfigFile) -> tuple[Layout, ...]:
    """The layouts, each with the supplier that its key means."""
    return tuple(
        replace(layout, party=_party(config.suppliers[layout.supplier]))
        if layout.supplier in config.suppliers
        else layout
        for layout in config.layouts
    )


def contradictions(config: ConfigFile) -> Iterator[tuple[Path, str]]:
    """What cannot hold at the same time, though each key alone is right."""
    for path, value, earlier in _taken_twice(config):
        yield path, f'"{value}" is already taken by "{earlier}"'
    for place, layout in enumerate(config.layouts):
        if layout.supplier is not None and layout.supplier not in config.suppliers:
            known = nearest(layout.supplier, list(config.suppliers))
            yield ("layouts", place, "supplier"), f"there is no [suppliers.{layout.supplier}]; {known}"
        yield from ((("layouts", place, *key), said) for key, said in _layout_faults(layout))


def _layout_faults(layout: Layout) -> Iterator[tuple[Path, str]]:
    from ingest.layout_faults import layout_faults  # noqa: PLC0415 - it needs every format: only who has layouts pays

    return layout_faults(layout)


def _taken_twice(config: ConfigFile) -> Iterator[tuple[Path, str, str]]:
    """What may have one owner only, and has two: supplier ids, items of groups, names of layouts."""
    owners: dict[tuple[str, str], str] = {}
    for kind, key, owner, path in _owned(config):
        earlier = owners.setdefault((kind, key.casefold()), owner)
        if earlier != owner:
            yield path, key, earlier


def _owned(config: ConfigFile) -> Iterator[tuple[str, str, str, Path]]:
    for key, supplier in config.suppliers.items():
        for place, one in enumerate(supplier.ids):
            yield "supplier id", one, f"suppliers.{key}", ("suppliers", key, "ids", place)
    for key, group in config.item_groups.items():
        for place, item in enumerate(group.items):
            yield "item", item, f"item_groups.{key}", ("item_groups", key, "items", place)
    for place, layout in enumerate(config.layouts):
        yield "layout", layout.name, f"layouts[{place + 1}]", ("layouts", place, "name")


def _options(table: OptionsTable, inherited: Options) -> Options:
    return replace(inherited, **table.model_dump(exclude_none=True))


def _tolerances(table: ToleranceTable) -> Tolerances:
    return Tolerances(**{field.name: getattr(table, field.name) for field in fields(Tolerances)})


def _supplier(key: str, table: SupplierTable, inherited: Options) -> SupplierPolicy:
    return SupplierPolicy(
        key=key,
        name=table.name,
        ids=tuple(table.ids),
        aliases=tuple(table.aliases),
        accounts=tuple(table.accounts),
        options=_options(table.options, inherited),
        tolerances=_tolerances(table.tolerance),
        item_tolerances={reference_key(item): _tolerances(limits) for item, limits in table.item_tolerance.items()},
        units=_packaging(table.units),
        item_units={
            (reference_key(item), unit): packaging
            for item, units in table.item_units.items()
            for unit, packaging in _packaging(units).items()
        },
        items={reference_key(item): ours for item, ours in table.items.items()},
    )


def _packaging(units: Mapping[str, UnitTable]) -> Mapping[str, Packaging]:
    """Packaging by the unit as it is written here, and by the code that documents have for it ("Karton": XCT), as far
    as all that has this code is the same.
    """
    written = {unit: Packaging(unit=_code(table.unit), factor=table.factor) for unit, table in units.items()}
    coded: dict[str, set[Packaging]] = {}
    for unit, packaging in written.items():
        coded.setdefault(_code(unit), set()).add(packaging)
    return {code: one for code, (one, *others) in coded.items() if not others} | written


def _code(unit: str) -> str:
    return unit_and_text(unit)[0] or unit


def _party(table: SupplierTable) -> Party:
    """The supplier as a document would name it; a bare id is a VAT number."""
    vat_ids = [one for one in table.ids if ":" not in one]
    ids = [PartyId(scheme=one.partition(":")[0], value=one.partition(":")[2]) for one in table.ids if ":" in one]
    ids += [PartyId(value=id_key(one)) for one in vat_ids[1:]]
    return Party(name=table.name, ids=tuple(ids), vat_id=vat_ids[0] if vat_ids else None)
