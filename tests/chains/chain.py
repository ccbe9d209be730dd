"""Real documents that speak of the same order, read and assessed as one case."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ingest.format import Content
from ingest.reading import read
from orders.case import Decision, Filed
from orders.document import Document
from orders.policy import Policy
from tests.cases.build import POLICY, file_id
from tests.cases.gather import cases
from tests.cases.outcome import Outcome, outcome


@dataclass(frozen=True)
class Chain:
    """Files of one source, by the names a test gives them."""

    files: dict[str, Filed]

    def id(self, name: str) -> str:
        return self.files[name].id

    def document(self, name: str) -> Document:
        return self.files[name].document

    def assess(
        self,
        *names: str,
        also: Iterable[Document] = (),
        decisions: Iterable[Decision] = (),
        policy: Policy = POLICY,
    ) -> Outcome:
        """What comes out if the named files came in (all, if none is named) and what we wrote ourselves."""
        came = [self.files[name] for name in names or self.files] + [Filed(file_id(one), one) for one in also]
        unique = {one.id: one for one in came}
        return outcome(cases([unique[identity] for identity in sorted(unique)], tuple(decisions)), policy)


def chain(folder: Path, **names: str) -> Chain:
    """The files of a folder of the corpus, each by a name of its own; each holds one document."""
    return Chain({name: _filed(folder / file) for name, file in names.items()})


def _filed(file: Path) -> Filed:
    data = file.read_bytes()
    (document,) = read(Content(data, file.name))
    return Filed(f"{sha256(data).hexdigest()}/0", document)
