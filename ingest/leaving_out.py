"""What does not fit its field is taken out of a record, and said; the rest of the document stands."""

from collections.abc import MutableMapping
from typing import Any, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from orders.document import Issue
from orders.door import misfit


def leave_out(record: MutableMapping[str, Any], kind: type[Struct], issues: list[Issue], path: str = "") -> str | None:
    """Takes the values that are none for their fields of `kind` out of a record and its parts, with an issue each.

    Returns why the record is none of `kind` even so, if it is not: something that must not be absent does not fit, and
    stays where it is. Each value is looked at once, however many are wrong.
    """
    lacking = None
    for field in fields(kind):
        if field.name not in record:
            continue
        where = f"{path}{field.name}"
        _leave_out_parts(record[field.name], _part(field.type), issues, where)
        reason = misfit(record[field.name], field.type)
        if reason and field.required:
            lacking = reason
        elif reason:
            del record[field.name]
            issues.append(_issue(field.name, reason, where))
    return lacking


def _leave_out_parts(value: object, kind: Any, issues: list[Issue], where: str) -> None:
    if kind is not None and isinstance(value, list):
        value[:] = [one for at, one in enumerate(value) if _is_kept(one, kind, issues, f"{where}.{at}")]
    elif _is_struct(kind) and isinstance(value, MutableMapping):
        leave_out(value, kind, issues, f"{where}.")


def _is_kept(value: object, kind: Any, issues: list[Issue], where: str) -> bool:
    has_parts = _is_struct(kind) and isinstance(value, MutableMapping)
    lacking = leave_out(value, kind, issues, f"{where}.") if has_parts else None  # type: ignore[arg-type]  # a mapping
    reason = lacking or misfit(value, kind)
    if reason:
        issues.append(_issue(where, reason, where))
    return reason is None


def _part(kind: Any) -> Any:
    """The kind of a field's parts, where it has any: `Charge` of `tuple[Charge, ...]`, `Party` of `Party | None`."""
    if get_origin(kind) is tuple:
        return get_args(kind)[0]
    return next((one for one in (kind, *get_args(kind)) if _is_struct(one)), None)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _issue(name: str, reason: str, where: str) -> Issue:
    return Issue(code="BAD_VALUE", message=f"{name} is left out: {reason}.", where=where)
