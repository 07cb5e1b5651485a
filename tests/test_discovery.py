"""Which files a target names: walks, excludes, .gitignore as git itself has it, links and devices."""

import os
import subprocess
from pathlib import Path

import pytest

from django_async_lint.config import Config, ConfigError
from django_async_lint.project.discovery import discover, is_named_by


def tree(root: Path, *names: str, **texts: str) -> Path:
    """Makes empty files below `root`, and those of `texts` with their content."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def found(*paths: Path, config: Config | None = None) -> list[str]:
    """The files found, relative to the first path's folder."""
    base = paths[0] if paths[0].is_dir() else paths[0].parent
    targets = discover(paths, lambda root: config or Config())
    return [os.path.relpath(target.path, base).replace(os.sep, "/") for target in targets]


def test_python_files_are_found_sorted(tmp_path: Path) -> None:
    tree(tmp_path, "manage.py", "b/z.py", "b/a.py", "a.py", "notes.txt", "stub.pyi", "b/c/d.py")
    assert found(tmp_path) == ["a.py", "b/a.py", "b/c/d.py", "b/z.py", "manage.py"]


def test_what_is_never_source_is_pruned(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "manage.py",
        ".git/x.py",
        "node_modules/x.py",
        "build/x.py",
        ".hidden/x.py",
        "env/pyvenv.cfg",
    )
    tree(tmp_path, "env/lib/x.py", "app/__pycache__/x.py", "app/views.py", "site-packages/x.py")
    assert found(tmp_path) == ["app/views.py", "manage.py"]


def test_named_files_are_taken_whatever_they_are_called(tmp_path: Path) -> None:
    tree(tmp_path, "manage.py", "build/x.py", "script", "stub.pyi")
    assert found(tmp_path / "build/x.py") == ["x.py"]
    assert found(tmp_path / "script") == ["script"]
    assert found(tmp_path / "stub.pyi") == ["stub.pyi"]


@pytest.mark.parametrize("pattern", ["old", "app/old", "app/old/**", "app/**", "app", ".*", "*"])
def test_a_named_folder_is_taken_though_a_pattern_excludes_it(pattern: str, tmp_path: Path) -> None:
    config = Config(extend_exclude=(pattern, "left_out"))
    tree(tmp_path, "manage.py", "app/old/a.py", "app/old/sub/left_out/b.py", "app/old/build/c.py")
    assert found(tmp_path / "app/old", config=config) == ([] if pattern == "*" else ["a.py"])


def test_a_named_folder_is_taken_though_git_ignores_it(tmp_path: Path) -> None:
    tree(tmp_path, ".git/HEAD", "manage.py", "b/x/a.py", "b/x/keep.py", "b/x/sub/own.py", "b/x/sub/c.py")
    (tmp_path / ".gitignore").write_text("/b/\n!keep.py\n")
    assert found(tmp_path) == ["manage.py"]
    for folder in ("b", "b/x"):
        assert len(found(tmp_path / folder)) == 4
    (tmp_path / "b/x/.gitignore").write_text("own.py\n/a.py\n")
    assert found(tmp_path / "b/x") == ["keep.py", "sub/c.py"], "but rules inside it hold"
    assert found(tmp_path / "b/x/sub") == ["c.py"], "also those between it and the one named"


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    tree(tmp_path, "manage.py", "a.py")
    assert found(tmp_path, tmp_path / "a.py", tmp_path) == ["a.py", "manage.py"]


def test_every_missing_path_is_told() -> None:
    with pytest.raises(ConfigError) as caught:
        found(Path("/no/such/a.py"), Path("/no/such/b"))
    assert caught.value.errors == (
        "/no/such/a.py: no such file or folder",
        "/no/such/b: no such file or folder",
    )


def test_excludes_come_from_each_files_own_root(tmp_path: Path) -> None:
    tree(tmp_path, ".git/HEAD", "one/manage.py", "one/old/a.py", "two/manage.py", "two/old/a.py")
    configs = {tmp_path / "one": Config(extend_exclude=("old",))}
    targets = discover([tmp_path], lambda root: configs.get(root, Config()))
    assert [(target.root.name, target.path.name) for target in targets] == [
        ("one", "manage.py"),
        ("two", "manage.py"),
        ("two", "a.py"),
    ]


@pytest.mark.parametrize(
    ("pattern", "named", "not_named"),
    [
        ("migrations", "shop/migrations/0001.py", "shop/migrations.py"),
        ("*_pb2.py", "a/b_pb2.py", "a/b_pb2.pyx"),
        ("tests/**", "tests/a/b.py", "shop/tests/a.py"),
        ("**/tests/**", "shop/tests/a.py", "shop/tests.py"),
        ("**/tests/**", "tests/a.py", "atests/a.py"),
        ("shop/*.py", "shop/a.py", "shop/b/a.py"),
        ("/shop", "shop/a.py", "x/shop/a.py"),
        ("shop/", "x/shop/a.py", "x/shops/a.py"),
        ("shop/old", "shop/old/a.py", "x/shop/old/a.py"),
        (".*", "a/.b/c.py", "a/b.c/d.py"),
        ("test_?.py", "a/test_1.py", "a/test_12.py"),
        ("[ab].py", "x/a.py", "x/c.py"),
        ("a/**/b.py", "a/b.py", "b.py"),
    ],
)
def test_patterns(pattern: str, named: str, not_named: str) -> None:
    assert is_named_by(named, [pattern])
    assert not is_named_by(not_named, [pattern])


GITIGNORES = {
    ".gitignore": "*.gen.py\n/top.py\nlogs/\n!keep.gen.py\ndata/*\n!data/kept.py\ndeep/**/x.py\n"
    "\\#hash.py\n# remark\nstar/**\n!star/kept.py\n",
    "app/.gitignore": "!again.gen.py\nlocal.py\n*.tmp.py\n",
    "app/sub/.gitignore": "!local.py\n/only.py\n",
    "wild/.gitignore": "*\n!*.py\n",
    "none/.gitignore": "*\n",
}
FILES = [
    "top.py", "app/top.py", "a.gen.py", "keep.gen.py", "app/again.gen.py", "app/other.gen.py", "logs/a.py",
    "app/logs/a.py", "data/a.py", "data/kept.py", "data/sub/a.py", "deep/x.py", "deep/a/x.py",
    "deep/a/b/x.py",
    "deep/a/y.py", "app/local.py", "app/sub/local.py", "app/sub/only.py", "app/sub/deeper/only.py",
    "#hash.py",
    "star/a.py", "star/kept.py", "app/sub/a.tmp.py", "wild/a.py", "wild/b/c.py", "none/a.py", "plain.py",
]  # fmt: skip


@pytest.mark.parametrize("start", [".", "app", "app/sub", "deep", "data"])
def test_git_ignored_files_are_those_that_git_ignores(start: str, tmp_path: Path) -> None:
    tree(tmp_path, "manage.py", *FILES)
    for name, text in GITIGNORES.items():
        (tmp_path / name).write_text(text)
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str) -> str:
        run = subprocess.run(
            ["git", *arguments],
            cwd=tmp_path / start,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout

    git("init", "-q", str(tmp_path))
    listed = git("ls-files", "-z", "--others", "--exclude-standard").split("\0")
    assert found(tmp_path / start) == sorted(
        (name for name in listed if name.endswith(".py")), key=lambda name: Path(name).parts
    )


def test_a_nested_repository_has_its_own_rules(tmp_path: Path) -> None:
    tree(tmp_path, ".git/HEAD", "inner/.git/HEAD", "inner/a.py", "a.py", "b.py")
    (tmp_path / ".gitignore").write_text("a.py\n")
    assert found(tmp_path) == ["b.py", "inner/a.py"]


def test_links_are_not_followed_on_a_walk(tmp_path: Path) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    tree(outside, "secret.py")
    tree(project, "manage.py", "app/a.py")
    (project / "loop").symlink_to(project)
    (project / "app/up").symlink_to("..")
    (project / "away").symlink_to(outside)
    (project / "away.py").symlink_to(outside / "secret.py")
    (project / "broken.py").symlink_to("nowhere.py")
    assert found(project) == ["app/a.py", "manage.py"]
    assert found(project / "away.py") == ["away.py"], "but a link that is named is taken"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_are_skipped(tmp_path: Path) -> None:
    tree(tmp_path, "manage.py")
    os.mkfifo(tmp_path / "pipe.py")
    assert found(tmp_path) == ["manage.py"]


def test_a_folder_that_cannot_be_listed_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "manage.py", "closed/a.py")
    listed = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert found(tmp_path) == ["closed", "manage.py"]


def test_a_folder_without_python_gives_nothing(tmp_path: Path) -> None:
    assert found(tree(tmp_path, "readme.txt", "empty/x.txt")) == []
