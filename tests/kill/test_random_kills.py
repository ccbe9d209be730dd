"""kill -9 at any moment, with several processes at one inbox."""

import json
import subprocess
import sys

from tests.corpus import ROOT


def storm(*arguments: str) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.kill.storm", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    figures: dict[str, int] = json.loads(result.stdout)
    return figures


def test_faults_F15_F37_random_kills_of_three_processes_lose_and_double_nothing() -> None:
    figures = storm("--rounds", "3", "--seed", "20261122")
    assert figures["kills"] >= 60
    assert figures["files"] == 90
