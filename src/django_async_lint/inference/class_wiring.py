"""How Django wires a class: which of its methods are coroutines where Django calls, and what stands around `dispatch`.

Each class statement with such an effect is one scope. Nothing here reads settings or decides what is a fault.
"""

from collections.abc import Iterator

from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.project.modules import Module


def may_hold(evaluator: Evaluator, data: bytes) -> bool:
    """Whether the bytes of a file can hold such a class though they hold nothing asynchronous."""
    return False


def scopes(evaluator: Evaluator, module: Module) -> Iterator[AnalysedFunction]:
    """The classes of one file that have effects, in source order."""
    yield from ()
