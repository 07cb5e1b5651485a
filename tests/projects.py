"""What the tests share about running the linter on a project in a folder: write one, check it, compare.

The linter is called in-process through `check`, as the command line calls it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from django_async_lint.check import check
from django_async_lint.diagnostic import Diagnostic, Report

FIXTURES = Path(__file__).parent / "fixtures"
TABLE = "[tool.django-async-lint]\n"


def write_project(root: Path, files: Mapping[str, str]) -> Path:
    """Writes `files` (text by path relative to `root`), and what makes the folder a Django project."""
    for name, text in {"pyproject.toml": TABLE, "manage.py": "", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def report_on(paths: Iterable[Path]) -> Report:
    """The report of a run over `paths` with the settings that their project gives."""
    return check([str(path) for path in paths])


def diagnostics(paths: Iterable[Path]) -> list[Diagnostic]:
    """The findings of such a run, in the order in which every output shows them."""
    return sorted((finding.diagnostic for finding in report_on(paths).findings), key=lambda one: one.order)


def as_bytes(found: Sequence[Diagnostic]) -> bytes:
    """Findings as bytes: all that two outputs must agree in."""
    rows = [(one.code, one.path, *one.start, *one.end, one.message) for one in found]
    return "\n".join(json.dumps(row) for row in rows).encode()
