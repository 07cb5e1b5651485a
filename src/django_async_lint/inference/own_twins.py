"""The project's own asynchronous forms of its functions: `aget_x` beside `get_x`, `load_async` beside `load`.

A form stands in the same module, or in the class or its ancestors, can be awaited and takes the same arguments. Asks
names and signatures; what either function does is compared by its text alone.
"""

import ast
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING

from django_async_lint.inference import twins
from django_async_lint.inference.frame import Frame
from django_async_lint.inference.values import Offloaded
from django_async_lint.project.modules import Assignment, Binding, Function
from django_async_lint.project.trees import own_nodes

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def at_call(frame: Frame, node: ast.AST, callee: Function) -> str:
    """The name of the asynchronous form of a function of the project that a coroutine calls by its name; else
    nothing. Inside that form the call is what is wrong, not the choice."""
    caller = frame.function
    if not frame.is_async or caller is None or not isinstance(node, ast.Call) or callee.parent is not None:
        return ""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name) if name == callee.name:
            twin = of(frame.evaluator, callee)
            return "" if twin in _names_around(caller) else twin
        case _:
            return ""


def _names_around(function: Function | None) -> Iterator[str]:
    while function is not None:
        yield function.name
        function = function.parent


def of(evaluator: "Evaluator", function: Function) -> str:
    """The name of a function's asynchronous form, or an empty string."""
    known = evaluator.own_twins.get(function)
    if known is None:
        found = (name for name in _candidates(function.name) if _is_form(evaluator, function, name))
        known = evaluator.own_twins[function] = next(found, "")
    return known


def _candidates(name: str) -> Iterator[str]:
    """What the asynchronous form of a function may be called."""
    if name.startswith("__"):
        return
    private, bare = ("_", name[1:]) if name.startswith("_") else ("", name)
    plain = bare.removesuffix("_sync").removeprefix("sync_")
    if plain != bare:
        yield private + plain
    for base in dict.fromkeys((bare, plain)):
        yield from (f"{private}a{base}", f"{private}async_{base}", f"{private}{base}_async", f"{private}{base}Async")
    if private:
        yield f"a{name}"


def _is_form(evaluator: "Evaluator", function: Function, name: str) -> bool:
    bindings: list[Binding]
    if function.owner is None:
        bindings = function.module.bindings.get(name, [])
    else:
        bindings = (evaluator.classes.find(function.owner, name) or (None, []))[1]
    return bool(bindings) and all(_can_be_awaited(evaluator, function, binding) for binding in bindings)


def _can_be_awaited(evaluator: "Evaluator", function: Function, binding: Binding) -> bool:
    """Whether a binding is a coroutine function that takes what `function` takes and does not call it on the loop, or
    a function that runs in a thread."""
    if isinstance(binding, Function):
        if not _takes_the_same(function, binding):
            return False
        if binding.is_async:
            return not binding.facts.is_generator and not _calls(binding, function)
        return bool(binding.decorators) and isinstance(evaluator.decorated(binding), Offloaded)
    if not isinstance(binding, Assignment) or binding.value is None or binding.how != "value":
        return False
    owner = function.owner
    if owner is not None:
        return isinstance(evaluator.class_assignment(owner, binding), Offloaded)
    return isinstance(evaluator.assigned(Frame(evaluator, function.module, muted=1), binding), Offloaded)


def is_same(evaluator: "Evaluator", function: Function, name: str) -> bool:
    """Whether the form of a function has its text, but for Django's asynchronous forms and `async for`; and whoever
    overrides one of them overrides none."""
    owner = function.owner
    bindings = function.module.bindings.get(name, []) if owner is None else owner.members.get(name, [])
    heirs = evaluator.declarations.heirs(owner) if owner is not None else ()
    if len(bindings) != 1 or any(each in heir.members for heir in heirs for each in (name, function.name)):
        return False
    (form,) = bindings
    return isinstance(form, Function) and _plain_text(function.node) == _plain_text(form.node)


@lru_cache(maxsize=4096)
def _plain_text(node: ast.AST) -> str:
    """A function as it would be written synchronously, without its name, annotations and docstring."""
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return ast.dump(node)
    body = [_Plain().visit(deepcopy(each)) for each in node.body]
    is_told = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    arguments = deepcopy(node.args)
    for each in ast.walk(arguments):
        if isinstance(each, ast.arg):
            each.annotation = None
    parts = [*node.decorator_list, arguments, *body[is_told:]]
    return "\n".join(map(ast.dump, parts))


class _Plain(ast.NodeTransformer):
    """What is awaited of Django, as what it would be called synchronously."""

    def visit_Await(self, node: ast.Await) -> ast.AST:
        self.generic_visit(node)
        match node.value:
            case ast.Call(func=ast.Attribute(attr=name) as called) if name in twins.NAMES:
                called.attr = name.removeprefix("a")
                return node.value
            case ast.Call(func=ast.Name(id=name) as plain) if name in twins.NAMES:
                plain.id = name.removeprefix("a")
                return node.value
            case ast.Call(func=ast.Attribute(value=ast.Name(id="asyncio") as module, attr="sleep")):
                module.id = "time"
                return node.value
        return node

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        self.generic_visit(node)
        return ast.For(node.target, node.iter, node.body, node.orelse, node.type_comment)

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.ListComp(
                elt=ast.Name(id=element), generators=[ast.comprehension(ast.Name(id=bound), rows, [])]
            ) if element == bound:
                return ast.Call(ast.Name("list", ast.Load()), [rows], [])
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        return ast.comprehension(node.target, node.iter, node.ifs, 0)


def _takes_the_same(function: Function, other: Function) -> bool:
    """Whether a call that suits one function suits the other: what either must be given the other knows."""
    if other.facts.star and other.facts.double_star:
        return not _required(other) - _accepted(function)
    return _required(function) <= _accepted(other) and _required(other) <= _accepted(function)


def _required(function: Function) -> set[str]:
    arguments = function.node.args
    positional = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
    needed = positional[: len(positional) - len(arguments.defaults)]
    named = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    needed += [each.arg for each, default in named if default is None]
    return set(needed[_receivers(function) :])


def _accepted(function: Function) -> set[str]:
    facts = function.facts
    return set((*facts.positional[_receivers(function) :], *facts.keyword_only))


def _receivers(function: Function) -> int:
    is_static = any(isinstance(each, ast.Name) and each.id == "staticmethod" for each in function.decorators)
    return int(function.owner is not None and not is_static)


def _calls(twin: Function, function: Function) -> bool:
    """Whether a coroutine calls a function itself, not in a thread: then it is no way out."""
    receivers = {*twin.facts.positional[:1], "super"} | ({function.owner.name} if function.owner else set())
    for node in own_nodes(twin.node):
        match node:
            case ast.Call(func=ast.Name(id=name)) if function.owner is None and name == function.name:
                return True
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if function.owner is not None:
                if name == function.name and owner in receivers:
                    return True
    return False
