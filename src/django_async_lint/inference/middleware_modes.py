"""In which modes a middleware runs, read off its class or factory: flags, marks, hooks, and what a call of it gives.

None where any of that is not sure: a class with a base that no table holds, an unknown decorator. What a stack makes
of it is told by `middleware`.
"""

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django_async_lint.inference import functions, outside_calls
from django_async_lint.inference.joining import members
from django_async_lint.inference.middleware import Gives, Marks, Middleware
from django_async_lint.inference.middleware_shapes import HOOKS, INNER, MIXINS, is_mixin
from django_async_lint.inference.values import FunctionValue
from django_async_lint.knowledge import middleware as tables
from django_async_lint.project.classes import dotted_text
from django_async_lint.project.modules import Assignment, Class, Function
from django_async_lint.project.names import Definition, External

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator

HARMLESS_BASES = frozenset({"builtins.object", "abc.ABC", "typing.Protocol", "typing.Generic"})


def of(evaluator: "Evaluator", definition: Definition) -> Middleware | None:
    """The middleware that a name in the settings means."""
    match definition:
        case Class():
            return of_class(evaluator, definition)
        case Function():
            return of_factory(evaluator, definition)
        case External():
            return of_outside(evaluator, definition.name)
        case _:
            return None


def of_outside(evaluator: "Evaluator", name: str) -> Middleware | None:
    """A middleware outside the project, as the tables know it."""
    if name in tables.BUILT_IN:
        hooks = frozenset(tables.BUILT_IN[name].split())
        return Middleware(name, True, True, "follows", "follows", hooks, name not in tables.LEAVES_ALONE)
    if name in tables.OWN_CALL:
        since = tuple(map(int, tables.OWN_CALL[name].split(".")))
        is_own = tuple(map(int, evaluator.target_django.split(".")[:2])) >= since
        hooks = frozenset(() if is_own else ("process_request",))
        return Middleware(name, True, True, "follows", "follows", hooks)
    if name in tables.THIRD_PARTY:
        modes, hooks_written, _ = tables.THIRD_PARTY[name]
        hooks = frozenset(hooks_written.split())
        if modes == "sync":
            return Middleware(name, gives="passes", hooks=hooks)
        return Middleware(name, True, True, "follows", "follows", hooks)
    return None


def of_class(evaluator: "Evaluator", cls: Class) -> Middleware | None:
    """A middleware class of the project."""
    if any(isinstance(base, str) and not _is_told(base) for base in evaluator.classes.mro(cls)):
        return None
    decorated = _of_decorators(evaluator, cls)
    if decorated is None:
        return None
    can_sync, can_async = decorated or (_flag(evaluator, cls, "sync_capable"), _flag(evaluator, cls, "async_capable"))
    marks, gives = _marks(evaluator, cls), _gives(evaluator, cls)
    if gives is None and can_async is False and _is_plainly_called(evaluator, cls):
        gives = "response"
    if can_sync is None or can_async is None or marks is None or gives is None:
        return None
    return Middleware(cls.dotted, can_sync, can_async, marks, gives, _hooks(evaluator, cls, gives))


def _is_told(base: str) -> bool:
    return base in MIXINS or base in HARMLESS_BASES


def _of_decorators(evaluator: "Evaluator", cls: Class) -> tuple[bool, bool] | tuple[()] | None:
    """The flags that the decorators of a class set; None under one that no table holds."""
    found: tuple[bool, bool] | tuple[()] = ()
    for node in cls.node.decorator_list:
        meanings = evaluator.names.of_expression(cls.module, dotted_text(node)) if dotted_text(node) else ()
        names = [each.name for each in meanings if isinstance(each, External) and each.name in tables.DECORATORS]
        if len(names) != 1:
            return None
        found = found or tables.DECORATORS[names[0]]
    return found


def _flag(evaluator: "Evaluator", cls: Class, name: str) -> bool | None:
    """What a flag of a class is; None where the class does not write it as True or False."""
    for base in evaluator.classes.mro(cls):
        if isinstance(base, Class) and name in base.members:
            values = {_constant(binding) for binding in base.members[name]}
            found = values.pop() if len(values) == 1 else None
            return found if isinstance(found, bool) else None
        if base in MIXINS:
            return True
    return name == "sync_capable"


def _constant(binding: object) -> object:
    is_literal = isinstance(binding, Assignment) and isinstance(binding.value, ast.Constant)
    return binding.value.value if is_literal else None  # type: ignore[attr-defined]


def _marks(evaluator: "Evaluator", cls: Class) -> Marks | None:
    """Whether an instance counts as a coroutine function, by what its class and its constructor say."""
    for base in evaluator.classes.mro(cls):
        if base in MIXINS:
            return "follows"
        if not isinstance(base, Class):
            continue
        if "_is_coroutine" in base.members or "_is_coroutine_mark" in base.members:
            return "always"
        for method in base.methods:
            found = list(_marking(method))
            if found:
                return "always" if all(found) else "follows"
        constructor = next((method for method in base.methods if method.name == "__init__"), None)
        if constructor is not None and _hands_itself_on(constructor):
            return None
        if constructor is not None and "super" not in constructor.facts.loaded:
            return None if is_mixin(evaluator, cls) else "never"
    return "never"


def _marking(method: Function) -> Iterator[bool]:
    """Each place where a method marks its instance, True where no condition stands around it."""
    if isinstance(method.node, ast.Lambda):
        return
    unconditional = {id(each) for statement in method.node.body for each in _simple(statement)}
    for node in ast.walk(method.node):
        if _marks_instance(node):
            yield id(node) in unconditional


def _hands_itself_on(constructor: Function) -> bool:
    """Whether a constructor gives its instance to a call, which may mark it."""
    first = constructor.facts.positional[:1]
    return any(
        isinstance(node, ast.Call) and any(isinstance(each, ast.Name) and each.id in first for each in node.args)
        for node in ast.walk(constructor.node)
    )


def _marks_instance(node: ast.AST) -> bool:
    """`markcoroutinefunction(self)`, or what it did before asgiref had it: `self._is_coroutine = ...`."""
    match node:
        case ast.Call(func=func):
            return dotted_text(func).rpartition(".")[2] == "markcoroutinefunction"
        case ast.Attribute(attr="_is_coroutine" | "_is_coroutine_mark", ctx=ast.Store()):
            return True
        case _:
            return False


def _simple(statement: ast.stmt) -> Iterator[ast.AST]:
    """What a statement without others inside it is made of."""
    if isinstance(statement, (ast.Expr, ast.Assign, ast.AnnAssign, ast.Return)):
        yield from ast.walk(statement)


def _hooks(evaluator: "Evaluator", cls: Class, gives: Gives) -> frozenset[str]:
    """The synchronous hooks that Django or the mixin calls by themselves; an own `__call__` calls its own."""
    found = set()
    for name in HOOKS:
        is_called_by_mixin = name in ("process_request", "process_response")
        if is_called_by_mixin and not (is_mixin(evaluator, cls) and gives == "follows"):
            continue
        member = evaluator.classes.find(cls, name)
        if member is not None:
            if not any(isinstance(binding, Function) and binding.is_async for binding in member[1]):
                found.add(name)
        else:
            outside = (base for base in evaluator.classes.mro(cls) if isinstance(base, str))
            if any(name in tables.BUILT_IN.get(base, "").split() for base in outside):
                found.add(name)
    return frozenset(found)


def _gives(evaluator: "Evaluator", cls: Class) -> Gives | None:
    """What a call of an instance gives."""
    for base in evaluator.classes.mro(cls):
        if base in MIXINS:
            return "follows"
        if isinstance(base, Class) and "__call__" in base.members:
            bindings = base.members["__call__"]
            is_plain = len(bindings) == 1 and isinstance(bindings[0], Function) and not bindings[0].decorators
            return _of_call(evaluator, cls, bindings[0]) if is_plain else None  # type: ignore[arg-type]
    return None


def _is_plainly_called(evaluator: "Evaluator", cls: Class) -> bool:
    """Whether the class or an ancestor in the project has a synchronous `__call__`."""
    found = evaluator.classes.find(cls, "__call__")
    return found is not None and all(isinstance(each, Function) and not each.is_async for each in found[1])


def _of_call(evaluator: "Evaluator", cls: Class, call: Function) -> Gives | None:
    """What an own `__call__` gives, by its kind, whether it asks for its mode, and what it does with a response."""
    if call.facts.is_generator:
        return None
    if call.is_async:
        return "coroutine"
    facts = call.facts
    named = facts.attributes | facts.loaded
    if not tables.MODE_AWARE.isdisjoint(named) or any("async" in name or "coroutine" in name for name in named):
        return "follows"
    own = (evaluator.classes.find(cls, name) for name in facts.attributes)
    if any(isinstance(each, Function) and each.is_async for found in own if found for each in found[1]):
        return "follows"
    return of_body(call)


def of_body(function: Function) -> Gives | None:
    """Whether a plain function hands on what `get_response` gave it, or uses it as a response."""
    if isinstance(function.node, ast.Lambda):
        return None
    nodes = list(ast.walk(ast.Module(body=function.node.body, type_ignores=[])))
    calls = [node for node in nodes if isinstance(node, ast.Call) and _asks_inner(node)]
    returned = {id(node.value) for node in nodes if isinstance(node, ast.Return)}
    bound = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            bound[id(node.value)] = node.targets[0].id
    if not calls or any(id(call) not in returned and id(call) not in bound for call in calls):
        return None
    names = {bound[id(call)] for call in calls if id(call) in bound}
    read = [node for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    used = {id(node) for node in read if node.id in names}
    looks = {
        id(node.value)
        for node in nodes
        if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.value, ast.Name)
    }
    if used & looks:
        return "response"
    return "passes" if used <= returned else None


def _asks_inner(node: ast.Call) -> bool:
    """Whether a call is one of `get_response`, or of the same method of an ancestor."""
    text = dotted_text(node.func)
    if text.rpartition(".")[2] == INNER:
        return True
    match node.func:
        case ast.Attribute(attr="__call__", value=ast.Call(func=ast.Name(id="super"))):
            return True
        case _:
            return False


def of_factory(evaluator: "Evaluator", factory: Function) -> Middleware | None:
    """A function that is given `get_response` and gives back a middleware."""
    flags = _flags_of_factory(evaluator, factory)
    if flags is None:
        return None
    if factory.is_async:
        return Middleware(factory.dotted, *flags, "never", "coroutine")
    inner = [value for value in members(evaluator.summary(functions.generic_key(evaluator, factory)).value)]
    if not inner or not all(isinstance(value, FunctionValue) for value in inner):
        return None
    made = [value.function for value in inner if isinstance(value, FunctionValue)]
    if all(function.is_async for function in made):
        return Middleware(factory.dotted, *flags, "always", "coroutine")
    if any(function.is_async for function in made):
        return Middleware(factory.dotted, *flags, "follows", "follows")
    gives = of_body(made[0]) if len(made) == 1 else None
    if gives is None and not flags[1]:
        gives = "response"
    return Middleware(factory.dotted, *flags, "never", gives) if gives is not None else None


def _flags_of_factory(evaluator: "Evaluator", factory: Function) -> tuple[bool, bool] | None:
    """Whether a factory is sync-capable and async-capable; None under a decorator that no table holds."""
    flags = (True, False)
    names = outside_calls.decorator_names(evaluator, factory) if factory.decorators else ()
    if len([name for name in names if name in tables.DECORATORS]) != len(factory.decorators):
        return None
    for name in names:
        flags = tables.DECORATORS.get(name, flags)
    text = factory.module.source.text
    is_set_apart = f"{factory.name}.async_capable" in text or f"{factory.name}.sync_capable" in text
    return None if is_set_apart else flags
