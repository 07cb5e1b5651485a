"""What inference believes about one line, for `dal explain` and for the specs of facts. Adds nothing to findings."""

import ast
from pathlib import Path

from django_async_lint.config import Config
from django_async_lint.inference import functions, worklist
from django_async_lint.inference.analyse import Analyser, with_deep_stack
from django_async_lint.inference.frame import merged
from django_async_lint.inference.values import describe
from django_async_lint.project.modules import Function, Module
from django_async_lint.project.project import Project


def facts(root: Path, path: str, line: int) -> set[str]:
    """The facts of a line (from 1) of the file at `path` below `root`: `on-loop` on the `def` of a function that runs
    on the loop, `reveals VALUE` for what the line's assignment binds. Raises SourceError."""
    analyser = Analyser(Project(root, Config()))
    found: set[str] = set()
    with_deep_stack(lambda: found.update(_facts(analyser, path, line)))
    return found


def _facts(analyser: Analyser, path: str, line: int) -> set[str]:
    evaluator = analyser.evaluator
    module = evaluator.project.module(path)
    found = set()
    for item in worklist.items(evaluator, module):
        if item.function.line == line and item.why in ("coroutine", "loop"):
            found.add("on-loop")
    function = _enclosing(module, line)
    name = _assigned_at(function, line) if function is not None else ""
    if function is not None and name:
        frame = functions.run(evaluator, functions.generic_key(evaluator, function))
        env = merged(frame.closing, frame.env) or {}
        if name in env:
            found.add(f"reveals {describe(env[name])}")
    return found


def _enclosing(module: Module, line: int) -> Function | None:
    """The innermost function that holds a line."""
    holding = [f for f in module.all_functions if f.node.lineno <= line <= (f.node.end_lineno or line)]
    return max(holding, key=lambda function: function.node.lineno, default=None)


def _assigned_at(function: Function, line: int) -> str:
    for node in ast.walk(function.node):
        if isinstance(node, ast.Assign) and node.lineno == line and isinstance(node.targets[0], ast.Name):
            return node.targets[0].id
    return ""
