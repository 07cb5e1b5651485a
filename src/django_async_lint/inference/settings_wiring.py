"""How the settings wire a site: its middleware in order, its database options, its asynchronous guard.

The settings module of a site is one scope. Nothing here decides what is a fault.
"""

from collections.abc import Iterator

from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.project.modules import Module


def may_hold(evaluator: Evaluator, path: str, data: bytes) -> bool:
    """Whether a file can be a site's settings that matter here, asked of its bytes."""
    return False


def scopes(evaluator: Evaluator, module: Module) -> Iterator[AnalysedFunction]:
    """The settings of one file that have effects: one scope at most."""
    yield from ()
