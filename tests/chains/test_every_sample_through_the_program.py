"""What can be read can come in: every sample of every format is dropped into the inbox of a real working folder."""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from ordertrail.archive import place
from tests.chains.folder import Folder
from tests.golden import SAMPLES, golden, samples

pytestmark = pytest.mark.slow


def test_every_sample_comes_in_and_is_kept(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "work")
    for layouts in sorted(SAMPLES.glob("*/layouts.toml")):
        folder.configure("\n" + layouts.read_text(encoding="utf-8"))
    said = {sample: json.loads(golden(sample).read_text(encoding="utf-8")) for sample in samples()}
    contents = {sample.read_bytes(): documents for sample, documents in said.items()}
    for sample in said:  # layouts go by names, and two formats may have samples of one name
        beside = folder.place / "inbox" / sample.parent.name
        beside.mkdir(exist_ok=True)
        shutil.copy(sample, beside)
    files = json.loads(folder.call("run", "--json", may_end=(0, 3)))["files"]
    assert files["accepted"] == sum(isinstance(one, list) for one in contents.values())
    assert files["rejected"] == sum(isinstance(one, dict) for one in contents.values())
    kept = {path.relative_to(folder.place / "archive").as_posix() for path in folder.place.glob("archive/??/*")}
    places = {
        place(sha256(data).hexdigest(), data[:4096]): isinstance(documents, list)
        for data, documents in contents.items()
    }
    assert {one for one, is_read in places.items() if is_read} <= kept <= places.keys()
    folder.call("rebuild", "--check")
