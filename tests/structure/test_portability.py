import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.structure.project import ROOT, project_files

# Put together here, so that this file does not contain what it looks for.
INDEX_HOSTS = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("deb", "debian", "org"))
]
MACHINE_FOLDERS = ["work", "root", "Users", "home/[a-z]+"]
MACHINE_PATH = re.compile(r"(?<![\w.~/*-])/(?:" + "|".join(MACHINE_FOLDERS) + r")/\w")
LOCKS = ["requirements.lock", "requirements-dev.lock"]
EVERY_LOCK = [*LOCKS, "requirements-rules.lock", "requirements-readers.lock", "requirements-files.lock"]


def text_files() -> dict[str, str]:
    """The project's files that are text: samples may be anything."""
    texts = {}
    for file in project_files():
        content = (ROOT / file).read_bytes()
        if b"\0" not in content:
            texts[str(file)] = content.decode(errors="replace")
    return texts


def test_no_file_names_a_package_index() -> None:
    found = [(file, host) for file, text in text_files().items() for host in INDEX_HOSTS if host in text.lower()]
    assert found == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert {file: match[0] for file, text in text_files().items() if (match := MACHINE_PATH.search(text))} == {}


@pytest.mark.parametrize("folder", ["work", "root", "Users", "home/ada"])
def test_a_path_is_recognized_by_where_it_starts(folder: str) -> None:
    assert MACHINE_PATH.search(f"open('/{folder}/orders.xml')")
    assert not MACHINE_PATH.search(f"reports/{folder}/orders.xml")


@pytest.mark.parametrize("lock", EVERY_LOCK)
def test_a_lock_takes_its_packages_from_wherever_pip_is_told_to(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    for place in ("://", "--index-url", "--extra-index-url", "--find-links", "--trusted-host", " @ "):
        assert place not in text, place


@pytest.mark.parametrize("lock", EVERY_LOCK)
def test_every_locked_package_has_an_exact_version_and_a_hash(lock: str) -> None:
    text = re.sub(r"^ *#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    for requirement in text.replace("\\\n", "").splitlines():
        assert re.match(r"[a-z0-9-]+==[^ ]+ (?:; [^-]*?)?( +--hash=sha256:[0-9a-f]{64})+$", requirement), requirement


def test_both_locks_pin_the_same_versions() -> None:
    runtime, development = (
        set(re.findall(r"^[a-z0-9-]+==\S+", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE))
        for lock in LOCKS
    )
    assert runtime - development == set()


def test_every_declared_dependency_is_locked_at_a_version_it_admits() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = dict(project["dependency-groups"])
    alone = [groups.pop(name) for name in ("rules", "readers", "files")]
    needed = project["project"]["dependencies"]
    extras = [entry for extra in project["project"]["optional-dependencies"].values() for entry in extra]
    developing = [*needed, *extras, *(entry for group in groups.values() for entry in group)]
    for lock, declared in zip(EVERY_LOCK, (needed, developing, *alone), strict=True):
        text = (ROOT / lock).read_text(encoding="utf-8")
        locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, flags=re.MULTILINE))
        for requirement in declared:
            if isinstance(requirement, str):  # not the inclusion of another group
                name, admitted = Requirement(requirement).name, Requirement(requirement).specifier
                assert locked[canonicalize_name(name)] in admitted, f"{requirement} in {lock}: run make lock"
