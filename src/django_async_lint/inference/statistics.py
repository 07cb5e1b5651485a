"""How much of the calls on the loop inference understood: resolved, unresolved, third-party."""

from typing import TYPE_CHECKING

from django_async_lint.inference import catalogue
from django_async_lint.inference.values import Instance, Method, Nothing, Outside, Unknown, Value, members

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def kind_of(evaluator: "Evaluator", callee: Value) -> str:
    """`resolved`: a function or class of the project, a table entry, a method of a value whose class is known.
    `third-party`: a name imported from a package that is none of these. Else `unresolved`."""
    kinds = {_kind(evaluator, member) for member in members(callee)}
    return next((kind for kind in ("resolved", "third_party") if kind in kinds), "unresolved")


def _kind(evaluator: "Evaluator", member: Value) -> str:
    match member:
        case Unknown() | Nothing():
            return "unresolved"
        case Outside():
            is_known = member.name.startswith("builtins.") or catalogue.canonical(member.name) is not None
            return "resolved" if is_known or catalogue.call(member.name) is not None else "third_party"
        case Method(receiver=Instance() as receiver) | (Instance() as receiver):
            if not isinstance(receiver.of, str) or catalogue.is_known_class(receiver.of):
                return "resolved"
            return "resolved" if receiver.of.startswith("builtins.") else "third_party"
        case _:
            return "resolved"
