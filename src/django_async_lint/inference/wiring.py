"""How Django wires what is no function's own: class statements and settings, each a scope with effects.

The recipe over the rooms `class_wiring`, `middleware_wiring` and `settings_wiring`. Nothing here decides
what is a fault, and nothing runs: a scope has no `on_loop`.
"""

from collections.abc import Iterator

from django_async_lint.inference import class_wiring, middleware_wiring, settings_wiring
from django_async_lint.inference.analysis import AnalysedFunction
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.project.modules import Module


def may_matter(evaluator: Evaluator, path: str, data: bytes) -> bool:
    """Whether a file can hold a class or a setting that matters here, asked of its bytes."""
    is_class = class_wiring.may_hold(evaluator, data) or middleware_wiring.may_hold(data)
    return is_class or settings_wiring.may_hold(evaluator, path, data)


def scopes(evaluator: Evaluator, module: Module) -> Iterator[AnalysedFunction]:
    """The classes and the settings of one file that have effects, in source order."""
    yield from class_wiring.scopes(evaluator, module)
    yield from middleware_wiring.scopes(evaluator, module)
    yield from settings_wiring.scopes(evaluator, module)
