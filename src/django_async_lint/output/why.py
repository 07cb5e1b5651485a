"""The text of `dal why`: who reaches a function, and what it leads to, a line for each call.

Wording only; what is said was decided before.
"""

from collections.abc import Iterator

from django_async_lint.call_graph import Node, Why
from django_async_lint.diagnostic import Step
from django_async_lint.output.paths import ends
from django_async_lint.output.plain import plain, plain_path

MOST_ENTRIES = 5


def render(why: Why) -> str:
    """Text for people, with a line end. Of the entry points those that are nearest."""
    function = why.function
    lines = [f"{_place(function.path, function.line)} {_named(function)}", ""]
    if not why.above:
        is_entry = "entry" in function.marks
        lines += ["It is an entry point" if is_entry else "Nothing that is known reaches it", ""]
    else:
        lines.append(f"Reached from {_count(len(why.above), 'entry point')}")
        for chain in why.above[:MOST_ENTRIES]:
            lines += [f"  {_named(chain.entry)}", *_steps(chain.steps)]
        if len(why.above) > MOST_ENTRIES:
            lines.append(f"  and {len(why.above) - MOST_ENTRIES} more")
        lines.append("")
    if not why.below:
        lines.append("Nothing that is reported stands below it")
    else:
        lines.append("It leads to")
        for end in why.below:
            lines.append(f"  {end.code} {end.severity} {plain(end.message)}" if end.code else f"  {plain(end.sink)}")
            lines += _steps(end.steps)
    return "\n".join(lines) + "\n"


def _named(node: Node) -> str:
    """A function with what it is and where it runs."""
    facts = [node.kind, *([node.route] if node.route else [])]
    if "loop" in node.marks:
        facts.append("on the event loop")
    elif "thread" in node.marks:
        facts.append("in a thread")
    return f"{plain(node.name)} ({plain(', '.join(facts))})"


def _place(path: str, line: int) -> str:
    return f"{plain_path(path)}:{line}:"


def _steps(steps: tuple[Step, ...]) -> Iterator[str]:
    first, between, last = ends(steps)
    yield from map(_step, first)
    if between:
        yield f"    {between}"
    yield from map(_step, last)


def _step(step: Step) -> str:
    return f"    {plain_path(step.path)}:{step.line}:{step.column}: {plain(step.message)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
