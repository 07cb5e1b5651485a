"""How much of the calls on the loop inference understood: resolved, unresolved, third-party."""

import ast
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import CallCounts
from django_async_lint.inference import catalogue
from django_async_lint.inference.values import Instance, Method, Nothing, Outside, Unknown, Value, members
from django_async_lint.source import Source

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def counted(calls: Mapping[ast.Call, str], source: Source) -> CallCounts:
    """The calls of one file, given with their kinds, as counts; every unresolved callee with its count as it is
    written there, `client.post`."""
    kinds = Counter(calls.values())
    unknown = Counter(
        " ".join(source.segment(node.func).split()) for node, kind in calls.items() if kind == "unresolved"
    )
    names = tuple(sorted(unknown.items(), key=lambda item: (-item[1], item[0])))
    return CallCounts(kinds["resolved"], kinds["unresolved"], kinds["third_party"], names)


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


def kind_of_method(evaluator: "Evaluator", receiver: Value) -> str:
    """The kind of a call of a method of which nothing is known, by what is known of its receiver: `resolved` where
    the tables know every class outside the project that it inherits from, `third-party` where they do not."""
    kinds = {_kind_of_receiver(evaluator, member) for member in members(receiver)}
    return next((kind for kind in ("resolved", "third_party") if kind in kinds), "unresolved")


def _kind_of_receiver(evaluator: "Evaluator", member: Value) -> str:
    match member:
        case Instance():
            outside = [base for base in evaluator.classes.mro(member.of) if isinstance(base, str)]
            known = all(base.startswith("builtins.") or catalogue.is_known_class(base) for base in outside)
            return "resolved" if known else "third_party"
        case Unknown() | Nothing() | Outside():
            return "unresolved"
        case _:
            return "resolved"
