"""Builds what is published and checks it: `make dist`. The metadata as PyPI reads it, the files in it, and the wheel in
an environment that has nothing else.
"""

import shutil
import subprocess
import tempfile
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
PACKAGE = ROOT / "src/django_async_lint"
BUILDING = ("build", "twine")
SAMPLE = ROOT / "examples/bookshop"
NOT_BUILT = ("build", "dist", "site", "*.egg-info", "__pycache__", ".*venv*", ".site", ".git", ".ecosystem")
LEFT_OUT = ("__pycache__", ".pyc")


def run(*command: object, cwd: Path = ROOT, expected: int = 0) -> str:
    """What a command prints. Ends the program where it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode != expected:
        told = " ".join(map(str, command))
        raise SystemExit(f"{told}\n{done.stdout}{done.stderr}\nexit code {done.returncode}, not {expected}")
    return done.stdout


def environment(folder: Path, packages: Sequence[object]) -> Path:
    """The folder of programs of a new environment with these packages and nothing else."""
    venv.create(folder, with_pip=True)
    run(folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return folder / "bin"


def build(folder: Path) -> Path:
    """Builds source distribution and wheel; the wheel."""
    programs = environment(folder / "building", BUILDING)
    shutil.rmtree(DIST, ignore_errors=True)
    with tempfile.TemporaryDirectory() as copied:  # setuptools takes what lies in build/ into the wheel
        source = Path(copied) / "source"
        ignored = shutil.ignore_patterns(*NOT_BUILT)
        shutil.copytree(ROOT, source, ignore=ignored)
        run(programs / "python", "-m", "build", "--outdir", DIST, source)
    run(programs / "twine", "check", "--strict", *DIST.iterdir())
    return next(DIST.glob("*.whl"))


def wrong(wheel: Path) -> list[str]:
    """What a wheel lacks of the package, and what it holds besides."""
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and not path.name.endswith(LEFT_OUT))
    wanted = {path.relative_to(PACKAGE.parent).as_posix() for path in files}
    lacking = [f"lacks {name}" for name in sorted(wanted - held)]
    return lacking + [f"also holds {name}" for name in sorted(held - wanted)]


def try_out(wheel: Path, folder: Path) -> None:
    """Runs the wheel as a newcomer would: an environment without anything, a project that is not ours."""
    programs = environment(folder / "empty", [wheel])
    project = folder / "bookshop"
    shutil.copytree(SAMPLE, project)
    printed = run(programs / "dal", "check", ".", "--output-format", "concise", cwd=project, expected=1)
    if "DAL204" not in printed:
        raise SystemExit(f"the wheel finds too little:\n{printed}")
    run(programs / "dal", "views", ".", "--output-format", "html", cwd=project)
    run(programs / "dal", "schema", "--output", "json", cwd=project)
    if "django-async-lint" not in run(programs / "flake8", "--version", cwd=project):
        raise SystemExit("flake8 does not see the plugin of the wheel")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        wheel = build(Path(folder))
        faults = wrong(wheel)
        if faults:
            raise SystemExit("\n".join(faults))
        try_out(wheel, Path(folder))
    for path in sorted(DIST.iterdir()):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
