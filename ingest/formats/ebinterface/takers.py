"""What the tables of ebInterface do with attributes: in version 4 they have a namespace, later they have none."""

from lxml import etree

from ingest.record import Record
from ingest.values.unit_codes import unit_and_text
from ingest.values.xsd import number
from ingest.xml.walk import Faults, Taker


def attribute(element: etree._Element, name: str) -> str:
    """The attribute's text; "" if there is none."""
    said = element.get(name)
    if said is None:
        namespace, brace, _ = str(element.tag).rpartition("}")  # a third of what QName costs
        said = element.get(f"{namespace}{brace}{name}", "")
    return said.strip()


def measured(element: etree._Element, record: Record, _faults: Faults) -> None:
    """A quantity with its unit, which is free text or a code."""
    if element.text and "quantity" not in record:
        record["unit"], record["unit_text"] = unit_and_text(attribute(element, "Unit"))
        record["quantity"] = number(element.text)


def priced(element: etree._Element, record: Record, _faults: Faults) -> None:
    """A price, and for how many units it is."""
    if element.text and "price" not in record:
        record["price"] = number(element.text)
        if base := attribute(element, "BaseQuantity"):
            record["base"] = number(base)


def typed(key: str, name: str) -> Taker:
    """A list of all such texts, each as (what the attribute says, text)."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and (said := said.strip()):
            record.setdefault(key, []).append((attribute(element, name), said))

    return take
