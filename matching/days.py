"""Dates so many days apart, within the calendar: 9999-12-31 stands for "never" in many systems."""

from datetime import date

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def shifted(day: date, days: int) -> date:
    """The day so many days after another (before, if negative), or the calendar's last (first) one."""
    return date.fromordinal(min(max(day.toordinal() + days, _FIRST), _LAST))
