"""Where a definition stands: the name in a `def` or `class` statement, for effects that belong to it as a whole."""

import re

from django_async_lint.inference.effects import Effect, EffectKind, Site
from django_async_lint.project.modules import Class, Function
from django_async_lint.source import Position, Span


def site(definition: Function | Class) -> Site:
    """The name of a function or class where it is defined."""
    source = definition.module.source
    start = source.span(definition.node).start
    found = re.compile(rf"(?:def|class)\s+({re.escape(definition.name)})\b").search(source.line(start.line))
    column = found.start(1) + 1 if found is not None else start.column
    end = Position(start.line, column + len(definition.name))
    return Site(definition.module.path, Span(Position(start.line, column), end), definition.name)


def effect(
    definition: Function | Class, kind: EffectKind, sink: str, how: str, place: Site, instead: str = ""
) -> Effect:
    """An effect that no frame notes: of a definition as a whole, at a place in its file."""
    is_silenced = definition.module.source.mentions_noqa(place.span.start.line)
    return Effect(kind, sink, how, place, instead=instead, silenced=place if is_silenced else None)
