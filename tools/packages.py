"""The pinned published packages of `tests/ecosystem/packages.toml`: download and unpack into `.ecosystem/`.

pip fetches them by name and checks the digest before anything else; for a source distribution it then runs
the package's own build code for metadata, as it always does. Nothing else of a package is ever run.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "tests/ecosystem/packages.toml"
OTHERS = ROOT / "tests/ecosystem/others.toml"
"""Packages whose findings nobody records."""
STORE = ROOT / ".ecosystem"


class PackageError(Exception):
    """Why a package cannot be had, in one line."""


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned package. `form` is sdist or wheel."""

    name: str
    version: str
    sha256: str
    form: str = "sdist"

    @property
    def folder(self) -> Path:
        """Where its files are once unpacked."""
        return STORE / f"{self.name}-{self.version}"


def pinned(names: list[str], pins: Path = PINS) -> list[Package]:
    """The pinned packages, or those of `names`. Raises PackageError for an unknown name."""
    packages = [Package(**entry) for entry in tomllib.loads(pins.read_text(encoding="utf-8"))["package"]]
    unknown = sorted(set(names) - {package.name for package in packages})
    if unknown:
        raise PackageError(f"{unknown[0]} is not pinned in {pins.relative_to(ROOT)}")
    return [package for package in packages if not names or package.name in names]


def fetched(package: Package) -> Path:
    """The folder with the package's files, fetched when it is not there. Raises PackageError."""
    if not package.folder.is_dir():
        with tempfile.TemporaryDirectory() as scratch:
            archive = _download(package, Path(scratch))
            files = Path(scratch) / "files"
            _unpack(archive, files)
            _mark_root(files)
            STORE.mkdir(exist_ok=True)
            shutil.move(files, package.folder)
    return package.folder


def _download(package: Package, scratch: Path) -> Path:
    requirements = scratch / "requirements.txt"
    requirements.write_text(
        f"{package.name}=={package.version} --hash=sha256:{package.sha256}\n", encoding="utf-8"
    )
    form = ["--no-binary", package.name] if package.form == "sdist" else ["--only-binary", package.name]
    options = ["--quiet", "--no-deps", *form, "--dest", str(scratch / "archive")]
    command = [python_with_pip(), "-m", "pip", "download", *options, "--requirement", str(requirements)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=scratch)
    archives = list((scratch / "archive").glob("*"))
    if run.returncode or len(archives) != 1:
        lines = [line for line in run.stderr.splitlines() if "error" in line.lower()]
        raise PackageError(
            f"pip cannot download {package.name} {package.version}: {(lines or ['no reason given'])[-1]}"
        )
    return archives[0]


def python_with_pip() -> str:
    """This interpreter, or the one that its virtual environment was made from when that alone has pip."""
    for python in (sys.executable, getattr(sys, "_base_executable", sys.executable)):
        if subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0:
            return python
    raise PackageError("downloading needs pip: none was found beside this Python")


def _unpack(archive: Path, target: Path) -> None:
    """Unpacks into `target`, less a single top folder; an archive that would write elsewhere is refused."""
    raw = target.with_name("raw")
    try:
        if archive.suffix in {".whl", ".zip"}:
            with zipfile.ZipFile(archive) as zipped:
                zipped.extractall(raw)
        else:
            with tarfile.open(archive) as tarred:
                tarred.extractall(raw, filter="data")
    except (tarfile.TarError, zipfile.BadZipFile, OSError, TypeError) as error:
        raise PackageError(f"{archive.name} cannot be unpacked: {error}") from None
    inside = list(raw.iterdir())
    top = inside[0] if len(inside) == 1 and inside[0].is_dir() else raw
    shutil.move(top, target)


def _mark_root(folder: Path) -> None:
    """Makes a folder a repository of its own in the eyes of linters, which else see it ignored by ours."""
    (folder / ".git").mkdir(exist_ok=True)
