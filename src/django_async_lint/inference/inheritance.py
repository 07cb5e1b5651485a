"""What of a class a method may come to use, by its text and that of the methods it names: so that heirs which change
nothing of that share one evaluation. Evaluates nothing; the answers depend on the class and the method alone."""

import ast
from functools import lru_cache
from typing import TYPE_CHECKING

from django_async_lint.inference import picked_methods
from django_async_lint.project.modules import Assignment, Class, Function
from django_async_lint.project.trees import all_nodes

if TYPE_CHECKING:
    from django_async_lint.inference.evaluate import Evaluator


def own_names(evaluator: "Evaluator", cls: Class) -> set[str]:
    """The names that a class body really binds, the attributes that its methods set on `self`, and those that an
    ancestor's constructor sets to what this class's own constructor gives it."""
    bound = {
        name
        for name, bindings in cls.members.items()
        if name != "Meta" and not all(isinstance(b, Assignment) and b.value is None for b in bindings)
    }
    stored = {name for method in cls.methods for _, name in method.stored_attributes}
    return bound | stored | _given_to_ancestors(evaluator, cls)


def _given_to_ancestors(evaluator: "Evaluator", cls: Class) -> set[str]:
    constructors = [method for method in cls.methods if method.name == "__init__"]
    if not any(map(gives_to_ancestor, constructors)):
        return set()
    ancestors = (base for base in evaluator.classes.mro(cls)[1:] if isinstance(base, Class))
    inherited = (method for base in ancestors for method in base.methods if method.name == "__init__")
    return {name for method in inherited for _, name in method.stored_attributes}


@lru_cache(maxsize=65536)
def gives_to_ancestor(constructor: Function) -> bool:
    """Whether a constructor gives an ancestor's constructor something that it was not given itself."""
    if "super" not in constructor.facts.loaded:
        return False
    for node in all_nodes(constructor.node):
        match node:
            case ast.Call(func=ast.Attribute(attr="__init__"), args=arguments, keywords=keywords):
                given = [*arguments, *(keyword.value for keyword in keywords)]
                if not all(isinstance(each, (ast.Name, ast.Starred, ast.Constant)) for each in given):
                    return True
    return False


def named_by(evaluator: "Evaluator", cls: Class, name: str) -> set[str]:
    """The attributes that the methods called `name` of a class read."""
    member = evaluator.classes.find(cls, name)
    bindings = member[1] if member is not None else ()
    methods = [each for each in bindings if isinstance(each, Function)]
    return {name for method in methods for name in used_by(evaluator, cls, method)}


def used_by(evaluator: "Evaluator", cls: Class, method: Function) -> set[str]:
    """The attributes that a method reads, and the methods of the class that a text picks for it."""
    return method.facts.attributes | picked_methods.names_picked(evaluator, cls, method)


@lru_cache(maxsize=65536)
def equivalent_class(evaluator: "Evaluator", cls: Class, method: Function) -> Class:
    """The furthest ancestor for which `method` does the same: nothing on the way changes what it may use."""
    used = reached(evaluator, cls, method)
    while used is not None and cls is not method.owner:
        bases = evaluator.classes.bases(cls)
        base = bases[0] if len(bases) == 1 else None
        if not isinstance(base, Class) or not own_names(evaluator, cls).isdisjoint(used):
            break
        cls = base
    return cls


@lru_cache(maxsize=65536)
def reached(evaluator: "Evaluator", cls: Class, method: Function) -> set[str] | None:
    """The attributes that a method and those it names read; None where `self` is used as a whole, or `super()`."""
    pending = [method]
    seen: set[str] = set()
    while pending:
        function = pending.pop()
        facts = function.facts
        if "super" in facts.loaded or not facts.bare.isdisjoint(facts.positional[:1]):
            return None
        for name in facts.attributes - seen:
            member = evaluator.classes.find(cls, name)
            if member is not None:
                pending.extend(b for b in member[1] if isinstance(b, Function))
        seen |= facts.attributes
    return seen


@lru_cache(maxsize=65536)
def is_made_by_override(evaluator: "Evaluator", cls: Class, base: Class, name: str) -> bool:
    """Whether an ancestor's constructor sets an attribute to what a method makes that is another in this class:
    `self.view = wraps(function)(self.make_view())`."""
    if base is cls:
        return False
    constructors = [method for method in base.stores_of(name) if method.name == "__init__"]
    made_by = {called for method in constructors for called in _made_by(method, name)}
    return any(evaluator.classes.find(cls, called) != evaluator.classes.find(base, called) for called in made_by)


def _made_by(constructor: Function, name: str) -> set[str]:
    """The methods of its receiver that a constructor calls for the value of an attribute."""
    receiver = "".join(constructor.facts.positional[:1])
    found = set()
    for node in all_nodes(constructor.node):
        match node:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id=owner), attr=attribute)], value=value) if (
                owner == receiver and attribute == name
            ):
                found |= _called_on(receiver, value)
    return found


def _called_on(receiver: str, root: ast.expr) -> set[str]:
    found = set()
    for node in all_nodes(root):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if owner == receiver:
                found.add(name)
    return found
