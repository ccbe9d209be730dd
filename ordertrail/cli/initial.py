"""`init`: a working folder to begin in. What stands there already is never touched."""

import re
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copytree

from orders.errors import Refuse
from orders.wording import Language, label
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.terminal import print_json, print_remark
from ordertrail.config import FILE_NAME
from ordertrail.demo import SAMPLES

SAMPLE = "sample"
"""The folder with documents to try it out with; not in the inbox, so that they never mix with real ones."""

_FOLDERS = ("inbox", "reports/out")
_SAMPLE_FILES = ("orders/PO-4500101.xml", "OR-88120.xml", "DN-51007.xml", "INV-70211.xml")


def make_working_folder(here: Invocation, folder: Path, language: Language) -> None:
    """Makes `config.toml`, the folders and the sample, and says what to do next.

    Raises:
        Refuse: if the folder has a configuration already, or cannot be written to.
    """
    config = folder / FILE_NAME
    if config.exists():
        raise Refuse("ALREADY_THERE", f"{config} is there already; nothing was changed.")
    try:
        _fill(folder, language)
    except OSError as error:
        raise Refuse("FOLDER_UNWRITABLE", f"{error.filename or folder} cannot be made: {error.strerror}.") from error
    if here.json:
        print_json({"config": str(config.absolute())})
    else:
        print_remark(label(f"cli.init_{step}", language, folder=str(folder), config=str(config)) for step in (1, 2, 3))


def reference(language: Language) -> str:
    """The commented configuration, for a language."""
    text = files("ordertrail.config").joinpath("reference.toml").read_text(encoding="utf-8")
    return re.sub(r'^language = "\w+"', f'language = "{language}"', text, count=1, flags=re.MULTILINE)


def _fill(folder: Path, language: Language) -> None:
    for name in _FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    with as_file(SAMPLES) as samples:
        copy_samples(samples, folder / SAMPLE, _SAMPLE_FILES)
    with (folder / FILE_NAME).open("x", encoding="utf-8", newline="\n") as config:  # last: without it, nothing happened
        config.write(reference(language))


def copy_samples(samples: Path, target: Path, names: tuple[str, ...] = ()) -> None:
    """Copies the shipped documents, or those that are named, with their subfolders."""
    if not names:
        copytree(samples, target, dirs_exist_ok=True)
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes((samples / name).read_bytes())
