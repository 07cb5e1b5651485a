"""Patterns of `match`: what they capture, and what the value is where they match."""

import ast

from django_async_lint.inference import indexing
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members, union
from django_async_lint.inference.values import UNKNOWN, ClassValue, Collection, Instance, Nothing, Outside, Row, Value


def bind(frame: Frame, pattern: ast.pattern, value: Value, path: str | None = None) -> Value:
    """Binds what a pattern captures; what the value is where it matches. Class patterns read attributes."""
    match pattern:
        case ast.MatchClass():
            return _bind_class(frame, pattern, value, path)
        case ast.MatchAs():
            if pattern.pattern is not None:
                value = bind(frame, pattern.pattern, value, path)
            if pattern.name:
                frame.bind(pattern.name, value)
        case ast.MatchStar():
            if pattern.name:
                frame.bind(pattern.name, Collection("list", value))
        case ast.MatchOr():
            return union(tuple(bind(frame, part, value, path) for part in pattern.patterns))
        case ast.MatchSequence():
            is_plain = not any(isinstance(part, ast.MatchStar) for part in pattern.patterns)
            for index, part in enumerate(pattern.patterns):
                bind(frame, part, _element_of(value, index if is_plain else None))
        case ast.MatchMapping():
            for key, part in zip(pattern.keys, pattern.patterns, strict=True):
                item = _item_of(frame, value, key)
                bind(frame, part, item)
            if pattern.rest:
                frame.bind(pattern.rest, UNKNOWN)
    return value


def _bind_class(frame: Frame, pattern: ast.MatchClass, value: Value, path: str | None) -> Value:
    with frame.mute():
        cls = frame.evaluator.value_of(frame, pattern.cls)
    known = _instance_of(cls)
    if known is not None:
        subclass = frame.evaluator.classes.is_subclass
        fitting = [m for m in members(value) if isinstance(m, Instance) and subclass(m.of, known.of)]
        value = union(tuple(fitting)) if fitting else known
        if path is not None and frame.env is not None:
            frame.env[path] = value
    for part in pattern.patterns:
        bind(frame, part, UNKNOWN)
    for name, part in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
        read = frame.evaluator.attribute(frame, pattern.cls, value, name) if known is not None else UNKNOWN
        bind(frame, part, read)
    return value


def _element_of(value: Value, index: int | None) -> Value:
    """An element of a sequence that a pattern takes apart."""
    match value:
        case Row(elements=elements) if index is not None and index < len(elements):
            return elements[index]
        case Row() | Collection():
            element = union(value.elements) if isinstance(value, Row) else value.element
            return element if not isinstance(element, Nothing) else UNKNOWN
        case _:
            return UNKNOWN


def _item_of(frame: Frame, value: Value, key: ast.expr) -> Value:
    with frame.mute():
        return indexing.item(frame, key, value, frame.evaluator.value_of(frame, key))


def _instance_of(cls: Value) -> Instance | None:
    match cls:
        case ClassValue():
            return Instance(cls.of)
        case Outside() if not cls.name.startswith("builtins."):
            return Instance(cls.name)
        case _:
            return None
