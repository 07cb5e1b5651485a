"""A setting that is a list of texts, such as MIDDLEWARE, read statement by statement in the order in which they run.

`+=`, `insert`, concatenation, imports from other settings modules and conditions are followed. What is not known stays
in the list as an item without a text; what stands under a condition is not certain. Nothing here knows what the
texts mean.
"""

import ast
from dataclasses import dataclass, replace

from django_async_lint.project.classes import dotted_text
from django_async_lint.project.imports import Import
from django_async_lint.project.modules import Module
from django_async_lint.project.names import Assigned, Names


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a list and where it stands. `text` is None for what is not known: one text, several, or none."""

    text: str | None
    module: Module
    node: ast.expr
    is_certain: bool = True


Items = tuple[Item, ...]
Lists = dict[str, Items]


class SettingsLists:
    """The lists of the settings modules of one project, each module read once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._known: dict[Module, Lists] = {}

    def of(self, module: Module) -> Lists:
        """The lists that a module leaves behind, by name."""
        known = self._known.get(module)
        if known is None:
            self._known[module] = {}
            known = self._known[module] = _Reader(self, module).read(module.tree.body, {})
        return known

    def imported(self, module: Module, binding: Import) -> Lists:
        """The lists that an import statement brings in."""
        if binding.attribute == "*":
            base = self.names.project.find(self.names.absolute_name(module, binding), module.import_root)
            return self.of(base) if isinstance(base, Module) else {}
        return self._named(self.names.of_import(module, binding))

    def attribute(self, module: Module, text: str) -> Items | None:
        """The list that a dotted expression such as `base.MIDDLEWARE` means."""
        return next(iter(self._named(self.names.of_expression(module, text)).values()), None)

    def _named(self, meanings: tuple[object, ...]) -> Lists:
        if len(meanings) == 1 and isinstance(meanings[0], Assigned):
            items = self.of(meanings[0].module).get(meanings[0].name)
            return {meanings[0].name: items} if items is not None else {}
        return {}


class _Reader:
    """Runs the statements of one module for the lists that they build."""

    def __init__(self, lists: SettingsLists, module: Module) -> None:
        self.lists = lists
        self.module = module

    def read(self, body: list[ast.stmt], env: Lists) -> Lists:
        for statement in body:
            env = self._statement(statement, env)
        return env

    def _statement(self, node: ast.stmt, env: Lists) -> Lists:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                return {**env, name: self._value(value, env)}
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                return {**env, name: self._value(value, env)}
            case ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=value):
                return {**env, name: (*env.get(name, self._unknown(value)), *self._value(value, env))}
            case ast.AugAssign(target=ast.Name(id=name), value=value):
                return {**env, name: self._unknown(value)}
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)) as call):
                return {**env, name: self._changed(call, method, env[name], env)} if name in env else env
            case ast.ImportFrom():
                return self._imported(node, env)
            case ast.If():
                return _joined(self.read(node.body, env), self.read(node.orelse, env))
            case ast.Try() | ast.TryStar():
                whole = self.read([*node.body, *node.orelse], env)
                for handler in node.handlers:
                    whole = _joined(whole, self.read(handler.body, env))
                return self.read(node.finalbody, whole)
            case ast.For() | ast.While():
                return _joined(self.read(node.body, env), env)
            case ast.With():
                return self.read(node.body, env)
            case _:
                return env

    def _imported(self, node: ast.ImportFrom, env: Lists) -> Lists:
        for alias in node.names:
            found = self.lists.imported(self.module, Import(node.module or "", alias.name, node.level))
            if alias.name == "*":
                env = {**env, **found}
            elif found:
                env = {**env, alias.asname or alias.name: next(iter(found.values()))}
        return env

    def _changed(self, call: ast.Call, method: str, items: Items, env: Lists) -> Items:
        """What a method called on a list leaves of it."""
        arguments = call.args
        match method, arguments:
            case "append", [value]:
                return (*items, self._item(value))
            case "extend", [value]:
                return (*items, *self._value(value, env))
            case "insert", [place, value]:
                index = self._index(place, items)
                if index is None:
                    return (*self._unknown(call), replace(self._item(value), is_certain=False), *items)
                return (*items[:index], self._item(value), *items[index:])
            case "remove", [ast.Constant(value=text)]:
                return tuple(item for item in items if item.text != text)
            case "index" | "count" | "copy", _:
                return items
            case _:
                return (*self._unknown(call), *(replace(item, is_certain=False) for item in items))

    def _index(self, node: ast.expr, items: Items) -> int | None:
        """The number that a place in a list is written as: `0`, `LIST.index("x") + 1`, `len(LIST)`."""
        match node:
            case ast.Constant(value=int() as number) if not any(item.text is None for item in items):
                return number
            case ast.Constant(value=0):
                return 0
            case ast.Call(func=ast.Attribute(attr="index"), args=[ast.Constant(value=text)]):
                return next((index for index, item in enumerate(items) if item.text == text), None)
            case ast.Call(func=ast.Name(id="len")):
                return len(items)
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=ast.Constant(value=int() as step)):
                index = self._index(left, items)
                return None if index is None else max(index + (step if isinstance(op, ast.Add) else -step), 0)
            case _:
                return None

    def _value(self, node: ast.expr, env: Lists) -> Items:
        match node:
            case ast.List(elts=elements) | ast.Tuple(elts=elements):
                return tuple(item for element in elements for item in self._element(element, env))
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return (*self._value(left, env), *self._value(right, env))
            case ast.Name(id=name):
                return env.get(name) or (() if name in env else self._unknown(node))
            case ast.Attribute():
                text = dotted_text(node)
                found = self.lists.attribute(self.module, text) if text else None
                return found if found is not None else self._unknown(node)
            case ast.IfExp(body=body, orelse=orelse):
                return _merged(self._value(body, env), self._value(orelse, env))
            case ast.Call(func=ast.Name(id="list" | "tuple"), args=[argument], keywords=[]):
                return self._value(argument, env)
            case ast.Call(func=ast.Name(id="list" | "tuple"), args=[], keywords=[]):
                return ()
            case ast.ListComp(elt=ast.Name(id=name), generators=[ast.comprehension(target=ast.Name(id=bound)) as part]):
                items = self._value(part.iter, env) if name == bound else self._unknown(node)
                return tuple(replace(item, is_certain=item.is_certain and not part.ifs) for item in items)
            case _:
                return self._unknown(node)

    def _element(self, node: ast.expr, env: Lists) -> Items:
        if isinstance(node, ast.Starred):
            return self._value(node.value, env)
        return (self._item(node),)

    def _item(self, node: ast.expr) -> Item:
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        return Item(node.value if is_text else None, self.module, node)  # type: ignore[attr-defined]

    def _unknown(self, node: ast.expr) -> Items:
        return (Item(None, self.module, node),)


def _joined(first: Lists, second: Lists) -> Lists:
    """The lists where two branches meet."""
    return {name: _merged(first.get(name), second.get(name)) for name in dict.fromkeys((*first, *second))}


def _merged(first: Items | None, second: Items | None) -> Items:
    """One list for two alternatives: what both have stays certain, in its order."""
    if first is None or second is None or first == second:
        one = first if first is not None else second
        assert one is not None
        return one if first is not None and second is not None else _uncertain(one)
    from difflib import SequenceMatcher

    texts = [item.text for item in first]
    others = [item.text for item in second]
    found: list[Item] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, texts, others, autojunk=False).get_opcodes():
        if kind == "equal":
            found.extend(first[start:end])
        else:
            found.extend(_uncertain((*first[start:end], *second[other_start:other_end])))
    return tuple(found)


def _uncertain(items: Items) -> Items:
    return tuple(replace(item, is_certain=False) for item in items)
