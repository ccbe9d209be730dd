from tests.structure.project import PACKAGES, ROOT, functions, python_files

LONGEST_FILE = 400
LONGEST_FUNCTION = 90
DRAWERS = {"common", "helper", "helpers", "misc", "util", "utils"}


def test_a_module_is_named_after_its_noun_and_none_is_a_drawer_for_everything() -> None:
    assert [str(file) for file in python_files() if DRAWERS & {file.stem, *file.parts}] == []


def test_a_file_can_be_read_in_one_sitting() -> None:
    lengths = {str(file): len((ROOT / file).read_bytes().splitlines()) for file in python_files(*PACKAGES)}
    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_a_function_fits_two_screens() -> None:
    lengths = {
        f"{file}:{function.lineno} {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for file in python_files(*PACKAGES)
        for function in functions(file)
    }
    assert {function: lines for function, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_each_package_says_what_it_is_and_that_it_is_typed() -> None:
    for package in PACKAGES:
        assert (ROOT / package / "py.typed").is_file(), package
        assert (ROOT / package / "__init__.py").read_text(encoding="utf-8").startswith('"""'), package
