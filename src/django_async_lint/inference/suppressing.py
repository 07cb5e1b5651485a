"""Where an exception ends: handlers that take any, context managers that may swallow one, tests that expect one."""

import ast
from functools import lru_cache

from django_async_lint.inference import builtin_calls
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import ClassValue, Context, Instance, Outside, Value
from django_async_lint.knowledge import on_the_loop
from django_async_lint.project.modules import Function
from django_async_lint.project.trees import all_nodes, all_statements, own_nodes

LOOP_CALLS = frozenset(name.rpartition(".")[2] for name in on_the_loop.NEVER_FAIL)
TAKES_ALL = frozenset({"Exception", "BaseException", "SynchronousOnlyOperation"})
"""The handlers that take what Django's guard raises."""
GUARD = "django.core.exceptions.SynchronousOnlyOperation"
EXPECTING = frozenset({"assertRaises", "assertRaisesMessage", "assertRaisesRegex", "raises"})
"""Methods of unittest and Django, and `pytest.raises`."""


def expects_guard(frame: Frame, node: ast.expr) -> bool:
    """Whether a test says here that Django's guard raises: `with self.assertRaises(SynchronousOnlyOperation)`."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[error, *_]) if name in EXPECTING:
            with frame.mute():
                value = frame.evaluator.value_of(frame, error)
            written = value.of.dotted if isinstance(value, ClassValue) else getattr(value, "name", "")
            return written == GUARD
    return False


def may_suppress(frame: Frame, value: Value) -> bool:
    """Whether a context manager may end an exception, so that what follows runs all the same."""
    match value:
        case Instance(of=str() as name):
            return name in builtin_calls.SUPPRESSING
        case Instance():
            found = [frame.evaluator.classes.find(value.of, name) for name in ("__exit__", "__aexit__")]
            functions_found = [b for each in found if each is not None for b in each[1] if isinstance(b, Function)]
            return any(_returns_something(function.node) for function in functions_found)
        case Context():
            return _catches(value.key.function.node)
        case _:
            return False


@lru_cache(maxsize=65536)
def _returns_something(node: ast.AST) -> bool:
    return any(
        isinstance(inner, ast.Return)
        and inner.value is not None
        and not (isinstance(inner.value, ast.Constant) and not inner.value.value)
        for inner in own_nodes(node)
    )


@lru_cache(maxsize=65536)
def _catches(node: ast.AST) -> bool:
    return any(
        (isinstance(inner, (ast.Try, ast.TryStar)) and inner.handlers)
        or (isinstance(inner, (ast.With, ast.AsyncWith)) and _mentions_suppress(inner))
        for inner in own_nodes(node)
    )


def _mentions_suppress(node: ast.With | ast.AsyncWith) -> bool:
    return any("suppress" in ast.dump(item.context_expr) for item in node.items)


def swallows(handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes any exception and neither raises nor leaves: what follows runs as if all were well."""
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    takes_all = any(name is None or (isinstance(name, ast.Name) and name.id in TAKES_ALL) for name in names)
    return takes_all and not any(isinstance(each, ast.Raise) for each in all_statements(handler.body, inside=False))


def needs_running_loop(frame: Frame, body: list[ast.stmt]) -> bool:
    """Whether a `try` begins with what fails only without a running loop: on the loop its handler never runs."""
    with frame.mute():
        called = [
            frame.evaluator.value_of(frame, node.func)
            for statement in body[:1]
            for node in all_nodes(statement)
            if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name))
            if getattr(node.func, "attr", getattr(node.func, "id", "")) in LOOP_CALLS
        ]
    return any(isinstance(each, Outside) and each.name in on_the_loop.NEVER_FAIL for each in called)


def takes_no_loop(handler: ast.ExceptHandler, body: list[ast.stmt]) -> bool:
    """Whether a handler takes what is raised without a running loop, and a `try` that begins by asking for one can
    raise nothing else that it takes: it names that error, or the `try` does nothing but ask and note the answer."""
    if names_error(handler, "RuntimeError"):
        return True
    takes_any = handler.type is None or names_error(handler, "Exception") or names_error(handler, "BaseException")
    return takes_any and _is_plain_question(body[0]) and all(map(_notes_answer, body[1:]))


def _is_plain_question(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=value) | ast.Assign(targets=[ast.Name()], value=value) | ast.Return(value=value):
            return isinstance(value, ast.Call) and not value.args and not value.keywords
        case _:
            return False


def _notes_answer(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name()], value=ast.Constant()) | ast.Return(value=ast.Constant()) | ast.Pass():
            return True
        case _:
            return False


def names_error(handler: ast.ExceptHandler, name: str) -> bool:
    """Whether a handler takes an error of this name."""
    return handler.type is not None and any(getattr(part, "id", "") == name for part in all_nodes(handler.type))
