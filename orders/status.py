"""The codes of status and tracks. Codes never change; their labels are in `orders.wording`.

The rules: docs/statuses.md, "The headline".
"""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """Where an order, a line or a revision stands."""

    CANCELLED = "cancelled"
    REJECTED = "rejected"
    INVOICED = "invoiced"
    PARTIALLY_INVOICED = "partially_invoiced"
    RECEIVED = "received"
    PARTIALLY_RECEIVED = "partially_received"
    SHIPPED = "shipped"
    PARTIALLY_SHIPPED = "partially_shipped"
    CONFIRMED = "confirmed"
    PARTIALLY_CONFIRMED = "partially_confirmed"
    PENDING = "pending"


class Track(StrEnum):
    """One of the four independent progress ledgers."""

    RESPONSE = "response"
    SHIPMENT = "shipment"
    RECEIPT = "receipt"
    INVOICING = "invoicing"


DEFAULT_PRECEDENCE: tuple[Status, ...] = tuple(Status)
"""The headline is the first of these that holds: the furthest track with anything in it."""

TRACK_NONE = "none"
"""The value of a track that is on and empty."""

TRACK_OFF = "off"
"""The value of a track whose option is off."""

PARTIAL: dict[Track, Status] = {
    Track.RESPONSE: Status.PARTIALLY_CONFIRMED,
    Track.SHIPMENT: Status.PARTIALLY_SHIPPED,
    Track.RECEIPT: Status.PARTIALLY_RECEIVED,
    Track.INVOICING: Status.PARTIALLY_INVOICED,
}
FULL: dict[Track, Status] = {
    Track.RESPONSE: Status.CONFIRMED,
    Track.SHIPMENT: Status.SHIPPED,
    Track.RECEIPT: Status.RECEIVED,
    Track.INVOICING: Status.INVOICED,
}


def track_of(status: Status) -> Track | None:
    """The track that a status speaks of; None for those that speak of none (cancelled, rejected, pending)."""
    return next((track for track in Track if status in (PARTIAL[track], FULL[track])), None)


def tracks_ahead(tracks: Mapping[Track, str], status: Status) -> list[Track]:
    """The tracks that may lead on from a status, the next first: its own while it is partial, then those after it; at
    last those that it has overtaken.
    """
    on = [track for track in Track if tracks.get(track, TRACK_OFF) != TRACK_OFF]
    for place, track in enumerate(on):
        if status is PARTIAL[track]:
            return [*on[place:], *on[:place]]
        if status is FULL[track]:
            return [*on[place + 1 :], *(one for one in on[:place] if one is not Track.RESPONSE)]
    return on
