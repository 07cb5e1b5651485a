"""What the README says that ruff does to our noqa comments, asked of the ruff at hand."""

import subprocess
import sys
from pathlib import Path

import pytest

ALONE = "time.sleep(1)  # noqa: DAL101\n"
BESIDE = "time.sleep(1)  # noqa: DAL101, E501\n"


@pytest.mark.parametrize(
    ("rules", "line", "is_kept"),
    [("RUF102", ALONE, False), ("RUF100,E501", ALONE, True), ("RUF100,E501", BESIDE, False), ("RUF", ALONE, False)],
)
def test_ruff_removes_our_comments_unless_it_is_told(rules: str, line: str, is_kept: bool, tmp_path: Path) -> None:
    for external in ([], ["--config", 'lint.external = ["DAL"]']):
        file = tmp_path / "views.py"
        file.write_text(f"import time\n\n{line}")
        command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--fix", "--quiet"]
        subprocess.run([*command, "--select", rules, *external, file], check=False)
        assert ("DAL101" in file.read_text()) is (is_kept or bool(external))
