"""Fixes of the query by which an instance is fetched: a relation is joined, a column fetched with the others."""

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.places import Place, insert, replace
from django_async_lint.source import Position


def select_related(place: Place) -> list[Edit] | None:
    """`Post.objects.aget(pk=1)` becomes `Post.objects.select_related("author").aget(pk=1)`."""
    lookup, manager, *numbers = place.arguments
    line, column, last_line, last_column = map(int, numbers)
    query = place.tree.expression(Position(line, column), Position(last_line, last_column))
    if not isinstance(query, (cst.Name, cst.Attribute, cst.Call, cst.Subscript)):
        return None
    chain = f".{manager}" if manager else ""
    quote = _quote(place, query)
    if given := _selecting(query):
        for each in given:
            if lookup.startswith(f"{_text(each.value)}__"):  # the longer path holds the shorter one
                return [replace(place, each.value, f"{quote}{lookup}{quote}")]
        return [insert(place.tree.span(given[-1].value).end, f", {quote}{lookup}{quote}")]
    return [insert(place.tree.span(query).end, f"{chain}.select_related({quote}{lookup}{quote})")]


def fetch_column(place: Place) -> list[Edit] | None:
    """`only("title")` becomes `only("title", "body")`, `defer("body", "note")` becomes `defer("note")`."""
    column, method, *numbers = place.arguments
    line, column_number, last_line, last_column = map(int, numbers)
    call = place.tree.expression(Position(line, column_number), Position(last_line, last_column))
    if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute) or not call.args:
        return None
    if method == "only":
        quote = _quote(place, call)
        return [insert(place.tree.span(call.args[-1].value).end, f", {quote}{column}{quote}")]
    values = [each.value for each in call.args]
    texts = [_text(value) for value in values]
    spans = [place.tree.span(value) for value in values]
    index = texts.index(column) if texts.count(column) == 1 else -1
    if index < 0:
        return None
    if len(values) == 1:
        return [Edit("", place.tree.span(call.func.value).end, place.tree.span(call).end, "")]
    if index:
        return [Edit("", spans[index - 1].end, spans[index].end, "")]
    return [Edit("", spans[0].start, spans[1].start, "")]


def _text(node: cst.BaseExpression) -> str | None:
    """What a literal text says; None for anything else."""
    value = node.evaluated_value if isinstance(node, cst.SimpleString) else None
    return value if isinstance(value, str) else None


def _selecting(query: cst.BaseExpression) -> list[cst.Arg]:
    """The arguments of a `select_related` with which a query ends, where all of them are texts."""
    if not isinstance(query, cst.Call) or not isinstance(query.func, cst.Attribute):
        return []
    is_plain = all(isinstance(argument.value, cst.SimpleString) for argument in query.args)
    return list(query.args) if query.func.attr.value == "select_related" and is_plain else []


def _quote(place: Place, query: cst.CSTNode) -> str:
    """The quotes that a file uses most, inside a formatted text those that it does not use."""
    text = place.tree.nearest(query, cst.FormattedString)
    if text is not None:
        return "'" if '"' in text.end else '"'
    return "'" if place.text.count("'") > place.text.count('"') else '"'
