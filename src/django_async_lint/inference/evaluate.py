"""The evaluator: summaries of functions by argument values, memoised, with call cycles repeated until they settle.

A summary is a function of the function and its argument values and of nothing else. A call that meets itself uses
the approximation of the last round; only the outermost head of a cycle repeats, and nothing found under an open
assumption is kept until the whole cycle has settled. There is no limit by arrival order, only a safety valve.
"""

import ast
from bisect import bisect_right
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from django_async_lint.diagnostic import Confidence
from django_async_lint.inference import (
    alternatives,
    annotations,
    assignments,
    attributes,
    calls,
    catalogue,
    construction,
    decorators,
    dropped,
    entering,
    expressions,
    fetching,
    filling,
    functions,
    given_rows,
    handed,
    implementations,
    indexing,
    inheritance,
    iteration,
    outside_calls,
    outside_methods,
    querysets,
    recursion,
    registries,
    routes,
    statements,
    statistics,
    template_backends,
    templates,
    unknown_calls,
)
from django_async_lint.inference.effects import Effect, Fetched, Origin, Site
from django_async_lint.inference.frame import EMPTY, Frame, Summary
from django_async_lint.inference.joining import join, union, unsure
from django_async_lint.inference.settings_lists import SettingsLists
from django_async_lint.inference.values import (
    NOTHING,
    UNKNOWN,
    ClassValue,
    Instance,
    Key,
    Manager,
    ModuleValue,
    Outside,
    Value,
)
from django_async_lint.project.classes import Classes, ClassLike
from django_async_lint.project.declarations import Declarations
from django_async_lint.project.modules import Assignment, Binding, Class, Function, Module
from django_async_lint.project.names import Assigned, Definition, External, Names, Namespace
from django_async_lint.project.project import Project
from django_async_lint.project.target_release import target_release

if TYPE_CHECKING:
    from django_async_lint.inference import supposing
    from django_async_lint.inference.unknown_calls import UnknownCall

MOST_ROUNDS = 12
MOST_CONTEXTS = 400
MANY_CONTEXTS = 10_000
"""Contexts of all functions together, twice what large sites have: from there `FEW_CONTEXTS` of one are enough."""
FEW_CONTEXTS = 20


class GlobalName(NamedTuple):
    """A module-level name that assignments bind."""

    module: Module
    name: str


class ClassBinding(NamedTuple):
    """One assignment of a class body."""

    cls: Class
    binding: Assignment


class AttributeOf(NamedTuple):
    """An attribute as the methods of a class and its body set it, of an instance of `heir` where that matters."""

    cls: Class
    name: str
    heir: Class | None = None


class DecoratedFunction(NamedTuple):
    """A function of a module or class body with its decorators applied."""

    function: Function


Target = Key | GlobalName | ClassBinding | AttributeOf | DecoratedFunction | templates.Rendering


class Evaluator:
    """Evaluates the functions of one project on demand."""

    def __init__(self, project: Project, names: Names, classes: Classes, declarations: Declarations) -> None:
        self.project = project
        self.names = names
        self.classes = classes
        self.declarations = declarations
        self.target_django = project.config.target_django or target_release(project.root)
        self.is_supposing = project.config.profile == "migration"
        """Whether synchronous views are taken as asynchronous."""
        self.evaluations = 0
        self.function_evaluations = 0
        self.cut = 0
        self.contexts: dict[Function, int] = {}
        self.contexts_in_all = 0
        self.counted_calls: dict[Module, dict[ast.Call, str]] = {}
        self.admitted_keys: dict[Key, Key] = {}
        self.callers: dict[Function, dict[Function, None]] = {}
        """Who calls a function, as far as it was evaluated: for the report only."""
        self.circles: dict[Function, tuple[Function, ...]] = {}
        """The functions that a function may call in a circle, itself included; see `recursion`."""
        self.links: dict[Function, dict[Function, None]] = {}
        self.own_twins: dict[Function, str] = {}
        self.unknown_calls: dict[Key, dict[ast.Call, UnknownCall | None]] | None = None
        self.callees: dict[Key, dict[Key, None]] = {}
        """Both asked for by a survey, which makes the first a mapping; see `unknown_calls`."""
        self.registrars: dict[tuple[tuple[Function, ...], str], tuple[registries.Registrar, ...]] = {}
        self._chosen_calls: dict[Function, frozenset[ast.Call]] = {}
        self.open_aliases: set[Assigned] = set()
        self.declared: dict[ast.expr, Value] = {}
        """What the annotations of signatures say."""
        self.routes = routes.KnownRoutes()
        self.handler_lines: dict[Module, frozenset[int]] = {}
        """Asked of `failures`."""
        self.settings_lists = SettingsLists(names)
        self.guard_is_off: dict[str, bool] = {}
        self.is_part_of_unguarded: bool | None = None
        self.opens_transactions: bool | None = None
        self.locking_databases: dict[str, tuple[str, Confidence] | None] = {}
        self.supposed_views: supposing.Views | None = None
        self.template_backends: dict[str, template_backends.Backend | None] = {}
        self.context_processors: dict[str, frozenset[str]] = {}
        """Both by import root, for `template_backends`."""
        self.template_responses: dict[templates.Given, str] = {}
        self.glancing: Evaluator | None = None
        """One that looks a few calls deep; asked of the room of that name."""
        self._memo: dict[Target, Summary] = {}
        self._open: dict[Target, int] = {}
        self._lowest: list[int] = []
        self._round: dict[Target, tuple[Summary, int]] = {}
        """What was found in this round of a cycle, with its place among the provisional results."""
        self._provisional: list[Target] = []
        self._segments: list[tuple[int, int]] = []
        """Where runs of provisional results begin, and the outermost open target that each of a run relies on."""
        self._approximations: dict[Target, Summary] = {}
        self._read: dict[Target, set[str]] = {}
        """Which parts of approximations this round has read, an empty name for all."""
        self._changed = False

    # What a value does, by the room that knows: the frame's way to the other rooms.

    def value_of(self, frame: Frame, node: ast.expr) -> Value:
        """The value of an expression."""
        return expressions.value_of(frame, node)

    def run(self, frame: Frame, body: list[ast.stmt]) -> None:
        """Runs statements."""
        statements.run(frame, body)

    def finish(self, frame: Frame) -> None:
        """Notes what only the end of a function can tell: coroutines that nobody used."""
        dropped.note_dropped(frame)

    def is_declaration(self, function: Function) -> bool:
        """Whether a method is there to be overridden: what its body gives is not what a call gives."""
        return implementations.is_declaration(self, function)

    def given_by_framework(self, function: Function) -> tuple[tuple[str, Value], ...]:
        """What whoever starts a function gives it, by parameter."""
        return handed.of_entry_point(self, function)

    def passed_on(
        self, frame: Frame, node: ast.expr | ast.stmt, effect: Effect
    ) -> tuple[Fetched | None, Origin | None, Site | None]:
        """Which query fetched what a callee reads from, or from which parameter it comes in turn; or what is given to
        a callee that only goes through its rows."""
        if effect.kind == "evaluates":
            return None, None, given_rows.given(frame, node, effect)
        return (*fetching.passed_on(frame, node, effect), None)

    def decorate(self, frame: Frame, node: ast.expr, value: Value) -> Value:
        """What the decorator at `node` makes of a function."""
        return decorators.apply(frame, node, value)

    def call(
        self, frame: Frame, node: ast.expr, callee: Value, arguments: functions.Arguments, awaited: bool = False
    ) -> Value:
        """The value of a call, its effects noted at `node`."""
        return calls.call(frame, node, callee, arguments, awaited)

    def call_plainly(self, frame: Frame, node: ast.expr, callee: Value) -> Value:
        """The value of a call without arguments."""
        return calls.call(frame, node, callee, functions.Arguments())

    def attribute(self, frame: Frame, node: ast.expr, value: Value, name: str) -> Value:
        """The value of an attribute, the effects of reading it noted at `node`."""
        return attributes.read(frame, node, value, name)

    def iterate(self, frame: Frame, node: ast.expr, value: Value, how: str) -> Value:
        """One element of an iterable, the effects of iterating noted at `node`."""
        return iteration.element(frame, node, value, how)

    def begin_iteration(self, frame: Frame, node: ast.expr, value: Value, how: str) -> Value:
        """What `iter(value)` gives, the effects of making it noted at `node`; what follows runs where it is used."""
        return iteration.begun(frame, node, value, how)

    def enter(self, frame: Frame, node: ast.expr, value: Value, is_async: bool) -> Value:
        """What entering a context manager gives; leaving runs too."""
        return entering.entered(frame, node, value, is_async)

    def iterate_async(self, frame: Frame, node: ast.expr, value: Value) -> Value:
        """One element of an asynchronous iterable."""
        return iteration.element_async(frame, node, value)

    def item(self, frame: Frame, node: ast.expr, container: Value, index: Value) -> Value:
        """The value of `container[index]`."""
        return indexing.item(frame, node, container, index)

    def slice(self, frame: Frame, node: ast.Subscript, container: Value) -> Value:
        """The value of `container[a:b]`."""
        return indexing.sliced(frame, node, container)

    def test(self, frame: Frame, node: ast.expr, value: Value) -> None:
        """Tests the truth of a value."""
        iteration.test(frame, node, value)

    def format(self, frame: Frame, node: ast.expr, value: Value, is_repr: bool = False) -> None:
        """Makes text of a value, as `str` or as `repr` does."""
        iteration.formatted(frame, node, value, is_repr)

    def assign(self, frame: Frame, target: ast.expr, value: Value) -> None:
        """Binds a target."""
        assignments.assign(frame, target, value)

    def bound_member(
        self, frame: Frame, node: ast.expr, member: tuple[Class, list[Binding]], receiver: Value, cls: ClassLike
    ) -> Value:
        """A class member read through an instance."""
        return attributes.bound_member(frame, node, member, receiver, cls)

    def special(
        self, frame: Frame, node: ast.expr, instance: Instance, name: str, arguments: tuple[Value, ...]
    ) -> Value | None:
        """Calls a special method that a class of the project defines; None when there is none."""
        found = self.classes.find(instance.of, name) if not instance.path else None
        if found is None:
            return None
        method = self.bound_member(frame, node, found, instance, instance.of)
        return self.call(frame, node, method, functions.Arguments(arguments))

    def operate(self, frame: Frame, node: ast.expr, instance: Instance, name: str, other: Value) -> Value | None:
        """An operator on an instance, by the project's own method or by what the tables know."""
        found = self.special(frame, node, instance, name, (other,))
        if found is not None:
            return found
        known = outside_methods.call_method(frame, node, instance, name, functions.Arguments((other,)), False)
        return None if known == UNKNOWN else known

    def note_read(self, frame: Frame, node: ast.expr, name: str, fact: catalogue.Fact) -> None:
        """Notes what reading an attribute of an outside class does."""
        outside_calls.note_effect(frame, node, name, fact, functions.Arguments())

    def all_rows(self, frame: Frame, node: ast.expr, value: Value) -> Value:
        """The rows of a manager; any other value as it is."""
        return querysets.rows_of(frame, node, value) if isinstance(value, Manager) else value

    def special_call(
        self, frame: Frame, node: ast.expr, instance: Instance, arguments: functions.Arguments, awaited: bool
    ) -> Value | None:
        """Calls `__call__` of an instance; None when its class defines none in the project."""
        found = self.classes.find(instance.of, "__call__")
        if found is None:
            return None
        method = self.bound_member(frame, node, found, instance, instance.of)
        return self.call(frame, node, method, arguments, awaited)

    def count_call(self, frame: Frame, node: ast.Call, callee: Value, owner: Value) -> None:
        """Counts a call by what is known of its callee and of the value before its last dot."""
        if self.unknown_calls is not None:
            unknown_calls.note(self, frame, node, callee, owner)
        if frame.function is not None and frame.function.is_async:
            counted = self.counted_calls.setdefault(frame.module, {})
            kind = statistics.kind_of(self, callee)
            if kind == "unresolved" and isinstance(node.func, ast.Attribute):
                kind = statistics.kind_of_method(self, owner)
            counted[node] = min(counted.get(node, kind), kind, key=statistics.KINDS.index)

    @property
    def innermost(self) -> Key | None:
        """What is being evaluated, if it is a function."""
        target = next(reversed(self._open), None)
        return target if isinstance(target, Key) else None

    def is_mutual(self, caller: Function, callee: Function) -> bool:
        """Whether two functions may call each other in a circle."""
        return recursion.is_mutual(self, caller, callee)

    def chosen_calls(self, function: Function) -> frozenset[ast.Call]:
        """The calls of a function that it makes in a thread where a condition is otherwise."""
        known = self._chosen_calls.get(function)
        if known is None:
            known = self._chosen_calls[function] = alternatives.chosen_calls(function)
        return known

    # Values of definitions.

    def value_of_definitions(self, meanings: tuple[Definition, ...]) -> Value:
        """The value of what a name may mean."""
        if len(meanings) == 1:
            return self._value_of_definition(meanings[0])
        return union(tuple(self._value_of_definition(meaning) for meaning in meanings)) if meanings else UNKNOWN

    def _value_of_definition(self, meaning: Definition) -> Value:
        match meaning:
            case Function():
                return self.decorated(meaning)
            case Class():
                return ClassValue(meaning)
            case Module() | Namespace():
                return ModuleValue(meaning)
            case External():
                return Outside(meaning.name)
            case Assigned():
                return self.global_value(meaning.module, meaning.name)

    def decorated(self, function: Function) -> Value:
        """A function of a module or class body as its decorators leave it."""
        if not function.decorators:
            return functions.plain(function)
        return self.summary(DecoratedFunction(function)).value

    def global_value(self, module: Module, name: str) -> Value:
        """What the assignments of a module, and of functions that declare the name global, bind it to."""
        return self.summary(GlobalName(module, name)).value

    def class_assignment(self, cls: Class, binding: Assignment) -> Value:
        """What an assignment of a class body binds."""
        return self.summary(ClassBinding(cls, binding)).value

    def class_member(self, cls: Class, name: str) -> Value:
        """What a name of a class body means inside that body."""
        frame = Frame(self, cls.module, cls.parent, cls)
        return union(tuple(attributes.member_value(frame, cls, binding) for binding in cls.members[name]))

    def attribute_value(self, cls: Class, name: str) -> Value:
        """What `self.name` was set to in the methods of a class and of its ancestors; Nothing if never."""
        found: Value = NOTHING
        heirs: list[Class] = []
        for base in self.classes.mro(cls):
            if isinstance(base, Class) and base.stores_of(name):
                found = join(found, construction.given_by_heirs(self, heirs, base, name))
                heir = cls if inheritance.is_made_by_override(self, cls, base, name) else None
                found = join(found, self.summary(AttributeOf(base, name, heir)).value)
            if isinstance(base, Class):
                heirs.append(base)
        return found

    # Summaries.

    def summary(self, target: Target, part: str = "") -> Summary:
        """The summary of a target; an approximation when it is being evaluated further out. Who reads only one of its
        parts names that: another round is due only where what was read has changed."""
        if self.unknown_calls is not None and isinstance(target, Key) and (caller := self.innermost) is not None:
            self.callees.setdefault(caller, {})[target] = None
        done = self._memo.get(target)
        if done is not None:
            return done
        index = self._open.get(target)
        if index is not None:
            self._lowest[-1] = min(self._lowest[-1], index)
            self._read.setdefault(target, set()).add(part)
            return self._approximations.get(target, EMPTY)
        known = self._round.get(target)
        if known is not None:
            self._lowest[-1] = min(self._lowest[-1], self._relied_on(known[1]))
            return known[0]
        return self._settle(target)

    def _settle(self, target: Target) -> Summary:
        """Evaluates a target; repeats it while it is the head of a cycle that has not settled."""
        index = len(self._lowest)
        start = len(self._provisional)
        before = self._changed
        for round_number in range(MOST_ROUNDS + 1):
            self._changed = False
            result, lowest = self._once(target, index)
            if lowest <= index:
                result = replace(result, steps=0, length=0, content=0)
            if lowest > index:
                self._changed = before
                self._memo[target] = result
                return result
            changed = self._note_approximation(target, result)
            if lowest < index:
                self._changed = before or self._changed or changed
                self._round[target] = (result, len(self._provisional))
                self._provisional.append(target)
                self._drop_segments(start)
                self._segments.append((start, lowest))
                self._lowest[-1] = min(self._lowest[-1], lowest)
                return result
            members = self._provisional[start:]
            del self._provisional[start:]
            self._drop_segments(start)
            rounds = {member: self._round.pop(member)[0] for member in members}
            if not (self._changed or changed) or round_number == MOST_ROUNDS:
                self.cut += round_number == MOST_ROUNDS
                self._memo.update(rounds)
                self._memo[target] = result
                for member in (target, *members):
                    self._approximations.pop(member, None)
                self._changed = before
                return result
        raise AssertionError("unreachable")

    def _relied_on(self, place: int) -> int:
        """The outermost open target on which the provisional result at a place relies: through targets that have
        closed since, too."""
        return self._segments[bisect_right(self._segments, place, key=itemgetter(0)) - 1][1]

    def _drop_segments(self, start: int) -> None:
        while self._segments and self._segments[-1][0] >= start:
            self._segments.pop()

    def _note_approximation(self, target: Target, result: Summary) -> bool:
        """Keeps a result for the next round; whether this one read something else of it before it was known."""
        known = self._approximations.get(target, EMPTY)
        self._approximations[target] = result
        changed = any(not known.same_as(result, part) for part in self._read.pop(target, ()))
        self._changed = self._changed or changed
        return changed

    def _once(self, target: Target, index: int) -> tuple[Summary, int]:
        """One evaluation, and the outermost open target that it relied on (a number past `index` for none)."""
        self._open[target] = index
        self._lowest.append(index + 1)
        try:
            result = self.evaluated(target)
        finally:
            del self._open[target]
            lowest = self._lowest.pop()
        return result, lowest

    def evaluated(self, target: Target) -> Summary:
        """The summary of a target from an evaluation of its own."""
        self.evaluations += 1
        match target:
            case Key():
                self.function_evaluations += 1
                return functions.evaluate(self, target)
            case GlobalName():
                return Summary(unsure(self._bound_globally(target)))
            case ClassBinding():
                frame = Frame(self, target.cls.module, target.cls.parent, target.cls)
                with frame.mute():
                    value = unsure(self.assigned(frame, target.binding))
                return Summary(registries.filled_binding(self, target.cls, target.binding, value))
            case AttributeOf():
                return Summary(self._stored(target))
            case DecoratedFunction():
                return Summary(functions.decorated(self, target.function))
            case templates.Rendering():
                from django_async_lint.inference import template_nodes  # with the reader of templates: few runs need it

                return template_nodes.evaluate(self, target)

    def _bound_globally(self, target: GlobalName) -> Value:
        frame = Frame(self, target.module)
        found: Value = NOTHING
        with frame.mute():
            for binding in target.module.bindings.get(target.name, ()):
                if isinstance(binding, Assignment):
                    found = join(found, self.assigned(frame, binding))
        for function in target.module.global_stores(target.name):
            stores = dict(self.summary(functions.generic_key(self, function), "stores").stores)
            found = join(found, stores.get(target.name, NOTHING))
        found = filling.of_module(self, target.module, target.name, found)
        return registries.filled(self, target.module, target.name, found)

    def assigned(self, frame: Frame, binding: Assignment) -> Value:
        """The value that an assignment outside functions binds."""
        declared = annotations.value_of(frame, binding.annotation) if binding.annotation is not None else UNKNOWN
        if binding.value is None:
            return declared
        value = assignments.bound_value(frame, binding)
        is_strange = isinstance(value, Instance) and isinstance(value.of, str) and not self.tells(value.of)
        return declared if is_strange and declared != UNKNOWN else annotations.held(declared, value)

    def _stored(self, target: AttributeOf) -> Value:
        found: Value = NOTHING
        receiver = annotations.instance_of(self, target.heir) if target.heir is not None else None
        for method in target.cls.stores_of(target.name):
            stores = dict(self.summary(functions.generic_key(self, method, receiver), "stores").stores)
            found = join(found, stores.get("." + target.name, NOTHING))
        return registries.filled_attribute(self, target.cls, target.name, unsure(found))

    def count_context(self, function: Function) -> bool:
        """Notes one more context of a function; False when the safety valve closes."""
        known = self.contexts.get(function, 0) + 1
        self.contexts[function] = known
        self.contexts_in_all += 1
        if known > (MOST_CONTEXTS if self.contexts_in_all <= MANY_CONTEXTS else FEW_CONTEXTS):
            self.cut += 1
            return False
        return True

    def tells(self, outside: str) -> bool:
        """Whether the tables know anything of a class outside the project."""
        return catalogue.is_known_class(outside) or self.declarations.is_model(outside)

    def is_subclass(self, cls: ClassLike, ancestor: ClassLike) -> bool:
        """Whether one class is the other or inherits from it."""
        return self.classes.is_subclass(cls, ancestor)
