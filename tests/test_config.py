"""Settings: what a file or the command line may say, and what is said of everything else."""

from dataclasses import fields
from pathlib import Path

import pytest

from django_async_lint.baselining import write
from django_async_lint.check import check, files
from django_async_lint.config import (
    READERS,
    Config,
    ConfigError,
    Settings,
    describe,
    read_override,
    read_table,
)
from django_async_lint.surveying import survey
from tests.projects import TABLE, write_project

SLEEPER = "import time\n\nasync def view(request):\n    time.sleep(1)\n"


def settings_file(folder: Path, text: str, name: str = "pyproject.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def errors_of(folder: Path, text: str) -> tuple[str, ...]:
    settings_file(folder, text)
    with pytest.raises(ConfigError) as caught:
        Settings().of(folder)
    return caught.value.errors


def test_every_field_can_be_set_and_is_described() -> None:
    assert list(READERS) == [field.name for field in fields(Config)]
    assert len(list(describe(Config()))) == len(READERS)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert Settings().of(tmp_path) == Config()
    settings_file(tmp_path, "[tool.other]\nx = 1\n")
    assert Settings().of(tmp_path) == Config()
    assert Settings().file_for(tmp_path) is None


def test_a_table_is_read(tmp_path: Path) -> None:
    text = """
        [tool.django-async-lint]
        src = ["lib"]
        settings-module = "site.settings"
        target-django = "5.2"
        select = ["ALL"]
        extend-ignore = ["DAL104"]
        min-confidence = "high"
        fail-on = "error"
        scope = "project"
        output-format = "json"
        [tool.django-async-lint.per-file-ignores]
        "tests/**" = ["DAL1"]
    """
    file = settings_file(tmp_path, text)
    assert Settings().file_for(tmp_path) == file
    assert Settings().of(tmp_path) == Config(
        src=("lib",),
        settings_module="site.settings",
        target_django="5.2",
        select=("DAL",),
        extend_ignore=("DAL104",),
        min_confidence="high",
        fail_on="error",
        scope="project",
        output_format="json",
        per_file_ignores={"tests/**": ("DAL1",)},
    )
    assert Settings(isolated=True).of(tmp_path) == Config()


@pytest.mark.parametrize("key", ["selct", "select_", "extend_select", "Select"])
def test_an_unknown_key_asks_did_you_mean(key: str, tmp_path: Path) -> None:
    (error,) = errors_of(tmp_path, f"[tool.django-async-lint]\n{key} = []\n")
    assert str(tmp_path / "pyproject.toml") in error
    assert f"unknown key `{key}`, did you mean `" in error
    assert "\n" not in error


def test_an_unknown_key_like_no_other_is_told_what_is_known(tmp_path: Path) -> None:
    (error,) = errors_of(tmp_path, "[tool.django-async-lint]\nzzz = []\n")
    assert "known are src, settings-module" in error


def test_a_table_with_underscores_is_an_error(tmp_path: Path) -> None:
    (error,) = errors_of(tmp_path, "[tool.django_async_lint]\nignore = []\n")
    assert error.endswith("unknown table [tool.django_async_lint], did you mean [tool.django-async-lint]?")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('select = "DAL101"', "`select` must be a list of rule codes"),
        ('select = ["E501"]', 'not ["E501"]'),
        ("select = [1]", "not [1]"),
        (
            "target-django = 5.2",
            '`target-django` must be a Django release as a string, such as "5.2", not 5.2',
        ),
        ('target-django = "latest"', 'not "latest"'),
        ('target-django = "5.10"', 'supported releases 4.2, 5.0, 5.1, 5.2, 6.0, 6.1, not "5.10"'),
        ("src = true", "`src` must be a list of strings, not true"),
        ('scope = "all"', '`scope` must be one of "listed", "touched", "project"'),
        ('fail-on = "never"', '`fail-on` must be one of "info", "warning", "error"'),
        ('per-file-ignores = ["DAL1"]', "`per-file-ignores` must be a table"),
        ('per-file-ignores = {"a.py" = "DAL1"}', "`per-file-ignores` must be a table"),
    ],
)
def test_a_wrong_type_names_the_key_and_the_file(line: str, expected: str, tmp_path: Path) -> None:
    (error,) = errors_of(tmp_path, f"[tool.django-async-lint]\n{line}\n")
    assert error.startswith(str(tmp_path / "pyproject.toml"))
    assert expected in error


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    errors = errors_of(tmp_path, "[tool.django-async-lint]\nselct = 1\nscope = 2\nfail-on = 3\n")
    assert len(errors) == 3


@pytest.mark.parametrize("text", ['[tool.django-async-lint]\nselect = "', "[tool]\ndjango-async-lint = 3\n"])
def test_a_file_that_is_no_table_is_one_error(text: str, tmp_path: Path) -> None:
    assert len(errors_of(tmp_path, text)) == 1


def test_a_file_that_is_not_utf8_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"[tool.django-async-lint]\n# \xff\n")
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        Settings().of(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("target-django=5.1", {"target_django": "5.1"}),
        ('target-django="5.2"', {"target_django": "5.2"}),
        ("scope=project", {"scope": "project"}),
        ('select=["DAL1", "DAL2"]', {"select": ("DAL1", "DAL2")}),
        ("settings-module = site.settings", {"settings_module": "site.settings"}),
        ('per-file-ignores={"a.py" = ["DAL1"]}', {"per_file_ignores": {"a.py": ("DAL1",)}}),
    ],
)
def test_an_override_is_toml_without_the_quotes(text: str, expected: dict[str, object]) -> None:
    assert read_override(text) == expected


@pytest.mark.parametrize("text", ["select=DAL1", "scop=project", "scope=", "src=3"])
def test_an_override_that_cannot_be_read_is_an_error(text: str) -> None:
    with pytest.raises(ConfigError, match="--config"):
        read_override(text)


def test_overrides_replace_and_extend_lists_are_added_to(tmp_path: Path) -> None:
    settings_file(tmp_path, '[tool.django-async-lint]\nselect = ["DAL1"]\nextend-ignore = ["DAL104"]\n')
    overrides = read_table({"select": ["DAL2"], "extend-ignore": ["DAL105"]}, "command line")
    config = Settings(overrides).of(tmp_path)
    assert (config.select, config.extend_ignore) == (("DAL2",), ("DAL104", "DAL105"))


def test_another_file_stands_for_the_projects_own(tmp_path: Path) -> None:
    settings_file(tmp_path, '[tool.django-async-lint]\nselect = ["DAL1"]\n')
    bare = settings_file(tmp_path, 'fail-on = "error"\n', "strict.toml")
    assert Settings(file=bare).of(tmp_path) == Config(fail_on="error")
    nested = settings_file(tmp_path, '[tool.django-async-lint]\nfail-on = "info"\n', "nested.toml")
    assert Settings(file=nested).of(tmp_path) == Config(fail_on="info")
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        Settings(file=tmp_path / "missing.toml").of(tmp_path)


def test_what_the_settings_name_and_the_project_lacks_is_remarked(tmp_path: Path) -> None:
    write_project(tmp_path, {"views.py": "async def index(request):\n    return 1\n"})
    (tmp_path / "pyproject.toml").write_text(
        '[tool.django-async-lint]\nsettings-module = "no.such"\nsrc = ["nowhere"]\n'
    )
    first, second = check([tmp_path]).notes
    assert first.startswith("settings-module names `no.such`") and second.startswith("src names `nowhere`")


BROKEN_SETTINGS = [
    ("[tool.django-async-lint]\nselect = [\n", "cannot be read as TOML"),
    ('[tool.django-async-lint]\nselekt = ["DAL1"]\n', "unknown key `selekt`"),
    ('[tool.django-async-lint]\nselect = ["DAL9"]\n', "`select` names DAL9, which is no rule"),
    ('[tool.django-async-lint]\nenvironment = "venv"\n', "environment: no site-packages"),
]


@pytest.mark.parametrize(("text", "told"), BROKEN_SETTINGS)
def test_broken_settings_of_a_project_below_are_remarked_and_passed_over(
    text: str, told: str, tmp_path: Path
) -> None:
    root = write_project(tmp_path, {"views.py": SLEEPER, "samples/one/views.py": SLEEPER})
    other = root / "samples/one/pyproject.toml"
    other.write_text(text)
    report = check([root])
    assert [finding.diagnostic.path for finding in report.findings] == ["samples/one/views.py", "views.py"]
    (note,) = report.notes
    assert told in note and note.endswith("; what is below is checked without these settings")
    for named in (root / "samples/one", other.parent / "views.py"):
        with pytest.raises(ConfigError, match=told):
            check([named])
    with pytest.raises(ConfigError, match="which is no rule"):
        check([root], Settings({"select": ("DAL9",)}))
    assert check([root], Settings(isolated=True)).notes == ()


def test_broken_settings_below_do_not_stop_other_commands(tmp_path: Path) -> None:
    (tmp_path / "manage.py").touch()
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample/views.py").write_text(SLEEPER)
    (tmp_path / "sample/pyproject.toml").write_bytes(b"\xff")
    assert [("UTF-8" in note) for note in survey([tmp_path]).notes] == [True]
    assert len(files([tmp_path], Settings(), {})) == 2
    assert [each.file.parent.name for each in write([tmp_path], Settings(), 1)] == [tmp_path.name, "sample"]
    with pytest.raises(ConfigError, match="UTF-8"):
        write([tmp_path / "sample"], Settings(), 1)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "it is blank"),
        ("/", "it is blank"),
        (" legacy", "there are blanks around it"),
        ("../other", "it leads out of the project"),
        ("~/site", "it is absolute"),
        ("legacy\\\\old", "folders are parted by `/`"),
        ("a//b", "there is no name between two `/`"),
        ("test_[ab.py", "a `[` is not closed"),
        ("*.{py,pyi}", "write two patterns"),
        ("^legacy/", "it is no regular expression"),
        ("!legacy", "`exclude` takes nothing back"),
    ],
)
def test_a_pattern_that_names_nothing_is_remarked(pattern: str, reason: str, tmp_path: Path) -> None:
    write_project(tmp_path, {"pyproject.toml": f'{TABLE}exclude = ["{pattern}"]\n', "views.py": SLEEPER})
    report = check([tmp_path])
    assert len(report.findings) == 1
    (note,) = report.notes
    assert note.startswith("`exclude` names `") and reason in note


def test_patterns_that_may_name_something_are_not_remarked(tmp_path: Path) -> None:
    names = ["legacy", "./old", "a/**/b", "**/x", "[ab].py", "/top", "tests/", ".*", "*_pb2.py", "x y"]
    table = f'{TABLE}extend-exclude = {names}\n[tool.django-async-lint.per-file-ignores]\n"!shop/**" = ["DAL3"]\n'
    write_project(tmp_path, {"pyproject.toml": table, "old/views.py": SLEEPER, "new/old/views.py": SLEEPER})
    report = check([tmp_path])
    assert report.notes == ()
    assert [finding.diagnostic.path for finding in report.findings] == ["new/old/views.py"]
    absolute = Settings({"extend_exclude": (f"{tmp_path}/new",)})
    assert "it is absolute" in check([tmp_path], absolute).notes[0]


def test_a_baseline_that_the_settings_name_and_nobody_wrote_is_remarked(tmp_path: Path) -> None:
    write_project(tmp_path, {"pyproject.toml": f'{TABLE}baseline = "known.json"\n', "views.py": SLEEPER})
    (note,) = check([tmp_path]).notes
    told = "known.json: no such baseline, so everything is reported; `dal baseline write` makes one"
    assert note == str(tmp_path / told)
    assert [each.file.name for each in write([tmp_path], Settings(), 1)] == ["known.json"]
    report = check([tmp_path])
    assert (report.notes, report.findings) == ((), ())
    assert check([tmp_path], Settings({"baseline": ""})).notes == ()
