import re
import tomllib

import pytest

from tests.structure.project import ROOT, comments, python_files

SILENCERS = re.compile(
    r"#\s*(?:ruff:\s*|flake8:\s*|mypy:\s*)?(?:noqa\b|type:\s*ignore\b|ignore-errors|disable-error-code)"
)
# A code, or several, then the reason; the examples are in the parameters below.
NOQA_WITH_REASON = re.compile(r"#\s*noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*\s*(?:#|[-–—:])\s*\w.{7,}")
IGNORE_WITH_REASON = re.compile(r"#\s*type: ignore\[[a-z-]+(?:, ?[a-z-]+)*\]\s*#\s*\w.{7,}")


def gives_its_reason(comment: str) -> bool:
    return bool(NOQA_WITH_REASON.search(comment) or IGNORE_WITH_REASON.search(comment))


def test_a_silenced_check_names_its_rule_and_its_reason() -> None:
    silent = [
        f"{file}:{line} {comment}"
        for file in python_files()
        for line, comment in comments(file)
        if SILENCERS.search(comment) and not gives_its_reason(comment)
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("comment", "accepted"),
    [
        ("# noqa", False),
        ("# noqa: S603", False),
        ("# type: ignore", False),
        ("# type: ignore[arg-type]", False),
        ("# ruff: noqa", False),
        ("# mypy: ignore-errors", False),
        ("# noqa: S603 - the program is our own", True),
        ("# noqa: S603, S607 - the program is our own", True),
        ("# type: ignore[arg-type]  # the stubs do not know bytes", True),
    ],
)
def test_a_code_without_a_reason_is_not_enough(comment: str, accepted: bool) -> None:
    assert SILENCERS.search(comment)
    assert gives_its_reason(comment) is accepted


def test_a_rule_ignored_for_a_folder_or_for_all_carries_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    ignored = {rule for rules in (lint["ignore"], *lint["per-file-ignores"].values()) for rule in rules}
    explained = set(re.findall(r'^ +"([A-Z]+\d*)", *# \S', text, flags=re.MULTILINE))
    lines = set(re.findall(r'^ +"([A-Z]+\d*)",? *$', text, flags=re.MULTILINE))
    assert ignored - explained == set()
    assert ignored & lines == set()
