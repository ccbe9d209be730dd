"""`learned …`: lists what was learned, teaches, confirms, and takes back."""

from collections.abc import Iterable, Sequence
from datetime import date

from rich.text import Text

from orders.errors import Refuse
from orders.learned import Learned, LearnedKind, Nature
from orders.parties import name_key
from orders.wording import Language, label
from ordertrail.cli import looks
from ordertrail.cli.authors import author_of, open_to_derive
from ordertrail.cli.decision_words import LessonKind, Said
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.terminal import print_answer, print_json, print_remark
from ordertrail.deciding.teaching import Draft, add, confirm, factor_of, forget, supplier_meant
from ordertrail.questions.learned import Lesson, Standing, factor_text, learned_json, lessons, supplier_name


def list_lessons(here: Invocation, supplier: str | None, *, also_void: bool) -> None:
    """`learned list`."""
    settings, language = here.settings, here.settings.language
    with open_to_derive(here) as (store, _), store.reading() as connection:
        found = [one for one in lessons(connection, settings.policy) if also_void or one.standing is Standing.HOLDS]
        if supplier is not None:
            meant = supplier_meant(connection, supplier, settings.policy, language)
            named = name_key(supplier_name(meant))
            found = [
                one
                for one in found
                if one.learned.supplier == meant or name_key(supplier_name(one.learned.supplier)) == named
            ]
    if here.json:
        for one in found:
            print_json(one.as_json())
        return
    if not found:
        print_remark(label("learned.none", language))
        return
    keys = (">cli.id", "cli.supplier", "cli.what", "cli.when", "cli.who", "cli.standing")
    print_answer(looks.add_rows(looks.grid(*looks.headings(keys, language)), (_row(one, language) for one in found)))


def add_lesson(here: Invocation, said: Said, *, by: str | None, why: str) -> None:
    """`learned add`."""
    settings, language = here.settings, here.settings.language
    if said.kind is LessonKind.CHARGE and said.target not in set(Nature):
        raise Refuse("NATURE_UNKNOWN", label("learned.nature_unknown", language, text=said.target[:80]))
    of_unit = said.kind is LessonKind.UNIT
    if (said.factor is not None) is not of_unit or (said.item is not None and not of_unit):
        raise Refuse("FACTOR_NOT_USABLE", label("learned.factor_with_unit", language))
    amount = None if said.factor is None else factor_of(said.factor, language)
    draft = Draft(LearnedKind(said.kind), said.supplier, said.source, said.target, said.item, amount)
    with open_to_derive(here) as (store, derive):
        lesson, replaced = add(store, draft, author_of(by, why), settings.policy, language, derive)
    if here.json:
        print_json(lesson.as_json() | {"replaces": list(replaced)})
        return
    told = [told_of("learned.told", lesson.learned, language)]
    if replaced:
        told.append(label("learned.told_replaces", language, ids=", ".join(map(str, replaced))))
    if lesson.standing is Standing.CONFIGURED:
        told.append(label("learned.told_configured", language))
    print_answer("; ".join(told))


def confirm_lesson(here: Invocation, learned: int, *, by: str | None, why: str) -> None:
    """`learned confirm`."""
    with open_to_derive(here) as (store, derive):
        _tell(here, "learned.told", [confirm(store, learned, author_of(by, why), derive)])


def revoke_lessons(here: Invocation, learned: Sequence[int], *, by: str | None, why: str) -> None:
    """`learned revoke`."""
    with open_to_derive(here) as (store, derive):
        _tell(here, "learned.unlearned", forget(store, learned, author_of(by, why), derive))


def told_of(code: str, one: Learned, language: Language) -> str:
    """That something was learned, or is not known any more."""
    return label(code, language, id=str(one.id), supplier=supplier_name(one.supplier), what=says(one, language))


def says(one: Learned, language: Language) -> str:
    """What was learned, in few words."""
    code = f"learned.says_{one.kind}" + ("_of" if one.item else "")
    args = {"source": one.source, "target": one.target, "factor": factor_text(one), "item": one.item or ""}
    return label(code, language, **args)


def _tell(here: Invocation, code: str, learned: Sequence[Learned]) -> None:
    for one in learned:
        if here.json:
            print_json(learned_json(one))
        else:
            print_answer(told_of(code, one, here.settings.language))


def _row(lesson: Lesson, language: Language) -> Iterable[Text]:
    one, holds = lesson.learned, lesson.standing is Standing.HOLDS
    when: date = one.taken_at.astimezone().date()
    by = one.taken_by if one.decision is None else f"{one.taken_by} ({label('cli.decision', language)} {one.decision})"
    yield Text(str(one.id), style="bold")
    yield looks.cell(supplier_name(one.supplier))
    yield looks.cell(says(one, language), "" if holds else "dim")
    yield looks.day_cell(when, language)
    yield looks.cell(by, "dim")
    state = label(f"standing.{lesson.standing}", language)
    yield looks.cell(state if lesson.by is None else f"{state} ({lesson.by})", "" if holds else "dim")
