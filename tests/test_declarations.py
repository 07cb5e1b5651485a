"""Questions to the whole project that are asked once: what was kept of one is no answer to another."""

import re
from pathlib import Path

from django_async_lint.config import Config
from django_async_lint.inference.analyse import Analyser
from django_async_lint.project.project import Project
from tests.projects import write_project


def test_files_with_a_word_are_not_those_with_a_pattern_too(tmp_path: Path) -> None:
    root = write_project(tmp_path, {"a.py": "MIDDLEWARE = []\n", "b.py": "from a import MIDDLEWARE\n"})
    declarations = Analyser(Project(root, Config())).evaluator.declarations
    found = [declarations.files_with(b"MIDDLEWARE", pattern) for pattern in (None, re.compile(rb"^MIDDLEWARE =", re.M))]
    assert [[Path(path).name for path in paths] for paths in found] == [["a.py", "b.py"], ["a.py"]]
