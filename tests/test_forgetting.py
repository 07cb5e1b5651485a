"""What a long-lived process, an editor's, keeps of the projects that it has checked."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_process_that_checks_again_keeps_no_syntax_of_the_runs_before() -> None:
    program = """if True:
        import ast, gc
        from django_async_lint.check import check

        def kept():
            check(["examples/bookshop", "tests/oracle/site/workshop"])
            gc.collect()
            return sum(isinstance(each, ast.AST) for each in gc.get_objects())

        print([kept() for _ in range(4)])
    """
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    counts = json.loads(run.stdout)
    assert counts[1] == counts[2] == counts[3] > 0
