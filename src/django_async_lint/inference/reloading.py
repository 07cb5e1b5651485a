"""Reloads of an instance: what `refresh_from_db` drops of the relations in memory, and how it would bring them along.

Only the text of the function that reads the relation is asked. Nothing here notes effects.
"""

import ast

from django_async_lint.inference.describing import short
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.twins import is_available
from django_async_lint.inference.values import Instance
from django_async_lint.project.trees import own_nodes

RELOADING = frozenset({"refresh_from_db", "arefresh_from_db"})
WITH_QUERYSET = "5.1"
"""The release whose reload takes `from_queryset`, and copies the relations to one that came with its row."""
LOOPS = (ast.For, ast.AsyncFor, ast.While)


def way_to_keep(frame: Frame, root: ast.expr, lookup: str) -> str:
    """How a relation comes along where a reload before the read at `root` has dropped it; empty without a reload."""
    reload = _reload_before(frame, root, lookup.partition("__")[0])
    if reload is None or not isinstance(root, ast.Name):
        return ""
    with frame.mute():
        found = [each for each in members(frame.evaluator.value_of(frame, root)) if isinstance(each, Instance)]
    models = {short(each.of) for each in found}
    model = models.pop() if len(models) == 1 else "..."
    fields = frame.evaluator.declarations.fields(found[0].of) if found else {}
    query = f'{model}.objects.select_related("{lookup}")'
    is_copied = is_available(WITH_QUERYSET, frame.evaluator.target_django) and lookup.partition("__")[0] in fields
    if is_copied:
        return f"the reload drops it; reload with it: `await {root.id}.arefresh_from_db(from_queryset={query})`"
    return f"the reload drops it; fetch again instead: `{root.id} = await {query}.aget(pk={root.id}.pk)`"


def _reload_before(frame: Frame, root: ast.expr, relation: str) -> ast.Call | None:
    """A reload of what a name holds that may run before the name is read at `root`."""
    if not isinstance(root, ast.Name) or frame.function is None:
        return None
    nodes = own_nodes(frame.function.node)
    start = (root.lineno, root.col_offset)
    around = [node for node in nodes if isinstance(node, LOOPS) and _spans(node, start)]
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                place = (node.lineno, node.col_offset)
                runs_before = place < start or any(_spans(loop, place) for loop in around)
                if name == root.id and method in RELOADING and runs_before and _drops(node, relation):
                    return node
    return None


def _spans(node: ast.AST, place: tuple[int, int]) -> bool:
    return isinstance(node, ast.stmt) and node.lineno <= place[0] <= (node.end_lineno or node.lineno)


def _drops(reload: ast.Call, relation: str) -> bool:
    """Whether a reload is of all fields, or of this one too."""
    fields = next((each.value for each in reload.keywords if each.arg == "fields"), None)
    if fields is None:
        return True
    return any(
        isinstance(each, ast.Constant) and str(each.value).removesuffix("_id") == relation for each in ast.walk(fields)
    )
