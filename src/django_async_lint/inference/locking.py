"""`select_for_update` in coroutines: outside of a transaction Django raises on every database that locks rows.

A coroutine can only be in a transaction that something opened in the thread of its request. Whether anything of the
project may do that, and which databases it has, is asked here; nothing here decides what is a fault.
"""

import ast
import re
from typing import TYPE_CHECKING

from django_async_lint.diagnostic import Confidence
from django_async_lint.inference import databases, routes
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.joining import members
from django_async_lint.inference.values import Constant, Instance, QuerySet, Value
from django_async_lint.knowledge import django_orm
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.discovery import TESTS, is_named_by
from django_async_lint.project.modules import Module
from django_async_lint.project.names import External
from django_async_lint.project.receivers import meanings
from django_async_lint.source import SourceError

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

INSTEAD = (
    "lock and change the rows in one synchronous function under `transaction.atomic`, called with"
    " `await sync_to_async(f)(...)`"
)
OPENS = re.compile(rb"__a?enter__|asynccontextmanager|set_autocommit")
"""What stands in a file that has a transaction for coroutines of its own."""
ENTERING = frozenset({"__enter__", "__aenter__"})
ATOMIC = frozenset({f"django.db.transaction.{name}" for name in ("atomic", "Atomic")})
TO_SYNC = b"async_to_sync"


def note(frame: Frame, node: ast.expr, value: Value, sink: str) -> None:
    """Notes that locked rows are asked for here by a coroutine: with the database that refuses that."""
    is_locked = isinstance(value, QuerySet) and value.is_locked and not value.evaluated and not value.empty
    if not is_locked or frame.muted or frame.elsewhere:
        return
    found = _database(frame.evaluator, frame.module)
    if found is None or _may_be_in_transaction(frame, node):
        return
    name, confidence = found
    if confidence != "low" and _may_run_in_transaction(frame):
        confidence = "low"
    frame.add("locks", sink, name, node, instead=INSTEAD, confidence=confidence)


def instead_of_twin(evaluator: "Evaluator", module: Module, rows: QuerySet, method: str) -> str:
    """What to write for a synchronous method whose asynchronous twin would raise as well; empty where that would do."""
    is_locked = rows.is_locked and method in django_orm.LOCKING_METHODS
    return INSTEAD if is_locked and _database(evaluator, module) is not None else ""


def _database(evaluator: "Evaluator", near: Module) -> tuple[str, Confidence] | None:
    """What the database of a site is called that locks rows, and how sure that is; None where it surely does not."""
    if near.import_root not in evaluator.locking_databases:
        evaluator.locking_databases[near.import_root] = _asked(evaluator, near)
    return evaluator.locking_databases[near.import_root]


def _asked(evaluator: "Evaluator", near: Module) -> tuple[str, Confidence] | None:
    engines: list[object] = []
    for option in databases.options(evaluator, near):
        if not option.name:
            engines.clear()
        elif option.alias == "default" and option.name == "AUTOCOMMIT":
            return None
        elif option.alias == "default" and option.name == "ENGINE":
            engines += [each.value if isinstance(each, Constant) else None for each in members(option.value)]
    names = [django_orm.LOCKING_ENGINES.get(str(engine), "") for engine in engines]
    locking = [name for name in names if name != django_orm.NEVER_LOCKS]
    if not names or "" in names:
        return "", "low"
    if not locking:
        return None
    return locking[0], "high" if len(locking) == len(names) else "medium"


def _may_be_in_transaction(frame: Frame, node: ast.expr) -> bool:
    """Whether an `async with` around a place, or anything of the project, may have opened a transaction."""
    if is_named_by(frame.module.path, TESTS) or _has_transactions_of_its_own(frame.evaluator):
        return True
    body = frame.function.node if frame.function is not None else frame.module.tree
    around = [each for each in ast.walk(body) if isinstance(each, ast.AsyncWith) and node in ast.walk(each)]
    with frame.mute():
        entered = [frame.evaluator.value_of(frame, item.context_expr) for each in around for item in each.items]
    return not all(isinstance(value, Instance) and isinstance(value.of, str) for value in entered)


def _has_transactions_of_its_own(evaluator: "Evaluator") -> bool:
    """Whether a file of the project makes an `async with`, or a call that a coroutine may make, out of `atomic`."""
    if evaluator.opens_transactions is None:
        paths = evaluator.declarations.files_with(b"atomic", OPENS)
        evaluator.opens_transactions = any(_opens(evaluator, path) for path in paths)
    return evaluator.opens_transactions


def _opens(evaluator: "Evaluator", path: str) -> bool:
    try:
        module = evaluator.project.module_at(path)
    except SourceError:
        return True
    for node in ast.walk(module.tree):
        match node:
            case ast.ClassDef():
                names = {each.name for each in node.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))}
                is_entered = not names.isdisjoint(ENTERING)
            case ast.AsyncFunctionDef():
                is_entered = any("asynccontextmanager" in ast.unparse(each) for each in node.decorator_list)
            case ast.Attribute(attr="set_autocommit"):
                return True
            case ast.Attribute(attr="__enter__" | "__aenter__"):
                return True
            case _:
                continue
        if is_entered and _names_atomic(evaluator, module, node):
            return True
    return False


def _names_atomic(evaluator: "Evaluator", module: Module, node: ast.AST) -> bool:
    """Whether a class or function names `transaction.atomic`."""
    for part in ast.walk(node):
        if isinstance(part, (ast.Name, ast.Attribute)) and (text := dotted_text(part)):
            found = meanings(module, evaluator.names, text)
            if any(isinstance(each, External) and each.name in ATOMIC for each in found):
                return True
    return False


def _may_run_in_transaction(frame: Frame) -> bool:
    """Whether synchronous code may run a coroutine inside a transaction of its own: not where a server starts it."""
    function = frame.function
    if function is None or not frame.evaluator.declarations.files_with(TO_SYNC):
        return False
    is_view = function.facts.positional[:1] == ["request"] or bool(routes.of_function(frame.evaluator, function))
    return not is_view
