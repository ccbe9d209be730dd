"""Processes that assess for another."""

import subprocess
import sys


def test_a_process_that_only_assesses_loads_no_database() -> None:
    """It is started for each run with many documents, and would take twice as long to be ready."""
    program = "import sys, matching, ordertrail.collecting, ordertrail.derive.sheaf; print('sqlalchemy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
