"""Whatever happens to an inbox, nothing is lost: files come, change, move and come again, runs end or die."""

import os
import shutil
import signal
import tempfile
from importlib import import_module
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from ordertrail import crash
from tests.place import Place, check_nothing_lost, invoice, make_place

NUMBERS = st.integers(0, 4)
FOLDERS = st.sampled_from(["", "sub/", "a/b/"])
POINTS = st.sampled_from([point for point in crash.POINTS if point not in ("deriving", "before-reports")])


class Inbox(RuleBasedStateMachine):
    """A buyer's inbox. `there` is what lies in it and was not taken, `came` everything that was ever taken."""

    names = Bundle("names")

    def __init__(self) -> None:
        super().__init__()
        import_module("ordertrail.store.migration")
        self.home = Path(tempfile.mkdtemp())
        self.place: Place = make_place(self.home)
        self.there: dict[str, bytes] = {}
        self.came: list[bytes] = []
        self.count = 0

    def teardown(self) -> None:
        self._run()
        self._check()
        shutil.rmtree(self.home)

    @initialize()
    def begin(self) -> None:
        self.place.run()

    @rule(target=names, folder=FOLDERS, number=NUMBERS, good=st.booleans())
    def drop(self, folder: str, number: int, good: bool) -> str:
        self.count += 1
        name = f"{folder}{self.count}.xml"
        self.there[name] = invoice(str(number)) if good else b"<nonsense %d" % number
        self.place.drop(name, self.there[name])
        return name

    @rule(name=names, number=NUMBERS)
    def drop_again_under_the_name(self, name: str, number: int) -> None:
        self.there[name] = invoice(f"again {number}")
        self.place.drop(name, self.there[name])

    @rule(name=names)
    def append(self, name: str) -> None:
        if name in self.there:
            self.there[name] += b" "
            self.place.drop(name, self.there[name])

    @rule(name=names, folder=FOLDERS)
    def move(self, name: str, folder: str) -> None:
        new = f"{folder}{Path(name).name}"
        if name in self.there and new not in self.there:
            (self.place.inbox / folder).mkdir(parents=True, exist_ok=True)
            (self.place.inbox / name).rename(self.place.inbox / new)
            self.there[new] = self.there.pop(name)

    @rule(name=names)
    def link_elsewhere(self, name: str) -> None:
        target = self.home / Path(name).name
        if name in self.there and not target.exists():
            os.link(self.place.inbox / name, target)

    @rule()
    def run_through(self) -> None:
        self._run()
        self._check()

    @rule(point=POINTS, passage=st.integers(1, 3))
    def die(self, point: str, passage: int) -> None:
        child = os.fork()
        if child == 0:
            os.environ[crash.VARIABLE] = f"{point}:{passage}"
            crash._plan.cache_clear()
            try:
                self.place.run()
            finally:
                os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in (0, -signal.SIGKILL)
        taken = set(self.there) - set(self.place.left())
        self.came += [self.there.pop(name) for name in taken]

    @invariant()
    def what_lies_in_the_inbox_is_unchanged(self) -> None:
        assert {name: (self.place.inbox / name).read_bytes() for name in self.place.left()} == self.there

    def _run(self) -> None:
        self.came += self.there.values()
        self.there = {}
        self.place.run()

    def _check(self) -> None:
        assert self.place.left() == []
        check_nothing_lost(self.place, self.came)


TestAnyStory = Inbox.TestCase
TestAnyStory.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
