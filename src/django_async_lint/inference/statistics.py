"""How much of the calls on the loop inference understood: resolved, unresolved, third-party."""

import ast
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import CallCounts
from django_async_lint.inference import catalogue
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Instance, Method, Nothing, Outside, Unknown, Value
from django_async_lint.source import Source

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


KINDS = ("resolved", "third_party", "unresolved")
"""The kinds of call, the best first: what was understood for some arguments counts as understood."""

Calls = dict[tuple[int, int, int, int], tuple[str, str]]
"""The calls of one file by place, each with its kind and, where it is unresolved, the callee as it is written."""


def told(calls: Mapping[ast.Call, str], source: Source) -> Calls:
    """The calls of one file, given with their kinds, by place."""
    found: Calls = {}
    for node, kind in calls.items():
        written = " ".join(source.segment(node.func).split()) if kind == "unresolved" else ""
        place = (node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0)
        found[place] = (kind, written)
    return found


def rank(call: tuple[str, str]) -> int:
    """Orders what was seen of one call, the best first."""
    return KINDS.index(call[0])


def counted(calls: Calls) -> CallCounts:
    """The calls of one file as counts; every unresolved callee with its count as it is written, `client.post`."""
    kinds = Counter(kind for kind, _ in calls.values())
    unknown = Counter(written for kind, written in calls.values() if kind == "unresolved")
    names = tuple(sorted(unknown.items(), key=lambda item: (-item[1], item[0])))
    return CallCounts(kinds["resolved"], kinds["unresolved"], kinds["third_party"], names)


def kind_of(evaluator: "Evaluator", callee: Value) -> str:
    """`resolved`: a function or class of the project, a table entry, a method of a value whose class is known.
    `third-party`: a name imported from a package that is none of these. Else `unresolved`."""
    kinds = {_kind(evaluator, member) for member in members(callee)}
    return min(kinds, key=KINDS.index, default="unresolved")


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
    return min(kinds, key=KINDS.index, default="unresolved")


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
