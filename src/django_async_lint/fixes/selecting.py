"""The fix that joins a relation in the query by which its instance is fetched."""

import libcst as cst

from django_async_lint.diagnostic import Edit
from django_async_lint.fixes.places import Place, insert
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
        return [insert(place.tree.span(given[-1].value).end, f", {quote}{lookup}{quote}")]
    return [insert(place.tree.span(query).end, f"{chain}.select_related({quote}{lookup}{quote})")]


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
