"""What the text of one function says: its parameters, the names that it binds, reads, tests and hands on."""

import ast

from django_async_lint.project.imports import Import
from django_async_lint.project.trees import SCOPES, all_nodes, child_nodes

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
SIZING = frozenset({"range", "bytes", "bytearray", "factorial", "pbkdf2_hmac"})
"""Calls whose cost or length is the number that they are given."""
FILLING = frozenset({"append", "add", "insert", "appendleft", "extend", "extendleft", "update", "setdefault"})
"""Methods that put something into a list, a set or a dict."""
TELLING = frozenset({
    ast.Yield, ast.YieldFrom, ast.Global, ast.Nonlocal, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda,
    ast.Import, ast.ImportFrom, ast.NamedExpr, ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.Compare, ast.If,
    ast.While, ast.IfExp, ast.Assert, ast.BoolOp, ast.UnaryOp, ast.keyword, ast.Subscript, ast.Match, ast.Call,
    ast.BinOp,
})  # fmt: skip
"""The kinds of node of which a fact is noted."""
NOTHING: frozenset[str] = frozenset()
"""Stands for each empty set of names: most are, in most functions."""


class FunctionFacts:
    """Answers about one function's own text, nested functions apart unless said otherwise."""

    def __init__(self, node: FunctionNode) -> None:
        self.is_generator = False
        self.global_names: set[str] = set()
        self.nonlocal_names: set[str] = set()
        self.bound: set[str] = set()
        self.loaded: set[str] = set()
        """Names read here or in anything nested."""
        self.tested: set[str] = set()
        """Names whose constant value may decide what happens: compared, tested, indexed with, ranged over."""
        self.passed: set[str] = set()
        """Names handed on as keyword arguments, and those that have a default: a flag or None may decide there."""
        self.rebound: set[str] = set()
        """Names that nested functions declare `nonlocal`: they assign to them whenever they run."""
        self.has_nested = False
        self.bare: set[str] = set()
        """Names read otherwise than for one of their attributes."""
        self.dotted: set[str] = set()
        """Names and chains of attributes read here or in anything nested: `load`, `services.load`."""
        self.imports: dict[str, Import] = {}
        """Names that import statements bind here."""
        self.attributes: set[str] = set()
        """The names of attributes read here or in anything nested."""
        self.stored_items: set[str] = set()
        """Names whose items are assigned here."""
        self.filled: set[str] = set()
        """Names and attributes of names, `self.rows`, into which something is put here, as an item or an attribute."""
        arguments = node.args
        self.positional = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
        self.keyword_only = [argument.arg for argument in arguments.kwonlyargs]
        self.star = arguments.vararg.arg if arguments.vararg else None
        self.double_star = arguments.kwarg.arg if arguments.kwarg else None
        self.annotations = {
            argument.arg: argument.annotation
            for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
            if argument.annotation is not None
        }
        self.defaults = _defaults(arguments)
        """The expressions of the parameters that have one."""
        self.bound.update(self.positional, self.keyword_only, filter(None, (self.star, self.double_star)))
        body: list[ast.AST] = [node.body] if isinstance(node, ast.Lambda) else list(node.body)
        self._scan(body)
        if "super" in self.loaded:
            self.loaded.update(self.positional[:1])
        self.outer_names = self.global_names | self.nonlocal_names
        """Names that are assigned here and live further out."""
        self.bound -= self.outer_names
        vars(self).update({name: NOTHING for name, told in vars(self).items() if told == NOTHING})

    def may_be_left_out(self, name: str) -> bool:
        """Whether a name is a parameter that is None where a caller gives nothing for it."""
        default = self.defaults.get(name)
        return isinstance(default, ast.Constant) and default.value is None

    def _scan(self, body: list[ast.AST]) -> None:
        pending: list[tuple[ast.AST, bool]] = [(statement, False) for statement in body]
        targets: set[ast.AST] = set()
        while pending:
            node, nested = pending.pop()
            kind = type(node)
            if kind is ast.Constant:
                continue
            if kind is ast.Name:
                assert isinstance(node, ast.Name)
                if isinstance(node.ctx, ast.Load):
                    self.loaded.add(node.id)
                    self.bare.add(node.id)
                    self.dotted.add(node.id)
                elif not nested and node not in targets:
                    self.bound.add(node.id)
                continue
            if isinstance(node, ast.Attribute):
                self.attributes.add(node.attr)
                if not nested and isinstance(node.ctx, ast.Store):
                    self._note_filled(node.value)
                if isinstance(node.value, ast.Name):
                    self.loaded.add(node.value.id)
                    self.dotted.add(f"{node.value.id}.{node.attr}")
                    continue
            elif isinstance(node, ast.comprehension):
                targets.update(all_nodes(node.target))
            elif isinstance(node, ast.Nonlocal) and nested:
                self.rebound.update(node.names)
            if not nested and kind in TELLING:
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FILLING:
                    self._note_filled(node.func.value)
                self._note(node)
            elif nested and kind is ast.Call:
                self._note_lookups(node)
            inside = nested or kind in SCOPES
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.has_nested = True
                outside = [*node.decorator_list, *node.args.defaults, *(d for d in node.args.kw_defaults if d)]
                pending.extend((child, nested) for child in outside)
                pending.extend((child, True) for child in node.body)
                continue
            pending += [(child, inside) for child in child_nodes(node)]

    def _note_filled(self, owner: ast.expr) -> None:
        match owner:
            case ast.Name(id=name):
                self.filled.add(name)
            case ast.Attribute(value=ast.Name(id=first), attr=name):
                self.filled.add(f"{first}.{name}")

    def _note(self, node: ast.AST) -> None:
        match node:
            case ast.Yield() | ast.YieldFrom():
                self.is_generator = True
            case ast.Global():
                self.global_names.update(node.names)
            case ast.Nonlocal():
                self.nonlocal_names.update(node.names)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                self.bound.add(node.name)
                self.has_nested = True
            case ast.Lambda():
                self.has_nested = True
            case ast.Import():
                for alias in node.names:
                    dotted = alias.name if alias.asname else alias.name.partition(".")[0]
                    self._note_import(alias.asname or dotted, Import(dotted, None, 0))
            case ast.ImportFrom():
                for alias in node.names:
                    self._note_import(alias.asname or alias.name, Import(node.module or "", alias.name, node.level))
            case ast.NamedExpr():
                self.bound.add(node.target.id)
            case ast.ExceptHandler() if node.name:
                self.bound.add(node.name)
            case ast.MatchAs() | ast.MatchStar() if node.name:
                self.bound.add(node.name)
            case ast.Compare():
                self._mark(node.left, *node.comparators)
            case ast.If() | ast.While() | ast.IfExp() | ast.Assert():
                self._mark(node.test)
            case ast.BoolOp():
                self._mark(*node.values)
            case ast.UnaryOp(op=ast.Not()):
                self._mark(node.operand)
            case ast.keyword(value=ast.Name(id=name)) | ast.Call(
                func=ast.Name(id="isinstance"), args=[ast.Name(id=name), _]
            ):
                self.passed.add(name)
            case ast.Dict():
                self.passed.update(part.id for part in node.values if isinstance(part, ast.Name))
            case ast.Subscript():
                self._mark(node.slice)
                if isinstance(node.ctx, ast.Store):
                    self._note_filled(node.value)
                    if isinstance(node.value, ast.Name):
                        self.stored_items.add(node.value.id)
            case ast.Match():
                self._mark(node.subject)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in SIZING:
                self._mark(*(part for argument in node.args for part in all_nodes(argument)))
            case ast.BinOp(op=ast.Mult(), left=ast.List() | ast.Constant() | ast.Call(), right=ast.Name()):
                self._mark(node.right)
            case ast.Call(func=ast.Name(id="getattr" | "setattr" | "hasattr" | "import_module")):
                self._mark(*node.args)
            case ast.Call(func=ast.Name(id="render" | "render_to_string" | "get_template")):
                self._mark(*node.args)
            case ast.Call():
                self._note_lookups(node)
        if isinstance(node, ast.Call):
            self.passed.update(part.id for part in node.args if isinstance(part, ast.Name) and part.id in self.defaults)

    def _note_lookups(self, node: ast.AST) -> None:
        """A nested function that names what rows are fetched with may have it from here; so may what a registry is
        asked for."""
        match node:
            case ast.Call(func=ast.Attribute(attr="select_related" | "prefetch_related" | "only" | "defer")):
                self._mark(*node.args)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=registry), attr="get"), args=[key, *_]) if (
                registry.isupper()
            ):
                self._mark(key)
            case ast.Call(func=ast.Attribute(value=ast.Attribute(), attr="get"), args=[ast.Name() as key, *_]):
                self._mark(key)

    def _note_import(self, name: str, binding: Import) -> None:
        self.bound.add(name)
        self.imports[name] = binding

    def _mark(self, *expressions: ast.AST) -> None:
        for expression in expressions:
            if isinstance(expression, ast.Starred):
                expression = expression.value
            match expression:
                case ast.Name(id=name):
                    self.tested.add(name)
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get" | "startswith" | "endswith")):
                    self.tested.add(name)
                case ast.Subscript(value=ast.Name(id=name)):
                    self.tested.add(name)


def _defaults(arguments: ast.arguments) -> dict[str, ast.expr]:
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    tail = names[len(names) - len(arguments.defaults) :] if arguments.defaults else []
    found = dict(zip(tail, arguments.defaults, strict=True))
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is not None:
            found[argument.arg] = default
    return found
