"""The text of `dal explain`: the line, how it runs, its values, and a sentence on whatever it does.

Wording only; what is said was decided before.
"""

from collections.abc import Iterator

from django_async_lint.diagnostic import Diagnostic, Entry
from django_async_lint.explanation import Explanation, Verdict, Why
from django_async_lint.output.plain import plain, plain_path

MOST_ENTRIES = 5
SENTENCES: dict[Why, str] = {
    "reported": "reported{at} as {code} ({severity}, {confidence} confidence): {message}",
    "noqa": "{code} is not reported{at}: a noqa comment on that line silences it",
    "noqa_file": "{code} is not reported{at}: `# flake8: noqa` silences that file",
    "noqa_sink": "{code} is not reported{at}: a noqa comment that names it stands at the sink, {sink}",
    "confidence": "{code} is not reported{at}: its confidence is {confidence}, below the minimum, {name}",
    "settings": "{code} is not reported{at}: the settings leave it out (select, ignore, per-file-ignores)",
    "deferred": "{code} is not reported{at}: it is left to {name} (`defer-to`)",
    "overruled": "{code} is not reported{at}: {name} says more of the same fault",
    "thread": "would be {code}, not reported: only called in a thread",
    "unreached": "would be {code}, not reported: synchronous code that nothing on the event loop calls",
    "unknown": "not reported: the type of `{name}` is not known",
    "third_party": "not reported: no table knows `{name}`",
    "offloaded": "not reported: {name} runs in a thread",
    "coroutine": "not reported: `{name}` gives way while it is awaited",
    "lazy": "not reported: `{name}` builds a queryset and asks the database nothing",
    "loaded": "not reported: `{name}` is already loaded",
    "origin_unknown": "not reported: where `{name}` comes from is not known, nor what is loaded of it",
    "table": "not reported: `{name}` is harmless by the tables",
    "in_memory": "not reported: {name}, which waits for nobody",
    "backend_unknown": "not reported: {name} is not known from the settings, nor whether that waits for anything",
    "arguments": "not reported: `{name}` is in the tables, but does not block with what it is given here",
    "project": "not reported: nothing blocking was found in `{name}`",
}


def render(explanation: Explanation) -> str:
    """An explanation as text for people, with a line end."""
    place = f"{plain_path(explanation.path)}:{explanation.line}:"
    lines = [f"{place} {plain(explanation.source)}", "", *_standing(explanation), ""]
    width = max((len(belief.text) for belief in explanation.beliefs), default=0)
    lines += [f"  {plain(belief.text):{width}}  {plain(belief.value)}" for belief in explanation.beliefs]
    lines += [""] if explanation.beliefs else []
    lines += [plain(_verdict(verdict, explanation)) for verdict in explanation.verdicts]
    if not explanation.verdicts:
        lines.append("Nothing on this line blocks, queries or makes a coroutine")
    return "\n".join(lines) + "\n"


def _standing(explanation: Explanation) -> Iterator[str]:
    """Whether the line runs on the event loop, and from where it is reached."""
    name = plain(explanation.function)
    match explanation.runs:
        case "module":
            yield "Runs when the module is imported"
            return
        case "loop":
            kind = "" if explanation.kind == "coroutine" else f" ({explanation.kind})"
            yield f"Runs on the event loop, in `{name}`{kind}"
            heading = "Reached from"
        case "reached":
            yield f"Runs on the event loop: `{name}` is synchronous and called there"
            heading = "Called on the event loop by"
        case "thread":
            yield f"Runs in a thread: `{name}` is only called there"
            heading = "Handed to a thread by"
        case _:
            yield f"Does not run on the event loop: nothing there calls `{name}`"
            heading = ""
    for entry in explanation.entries[:MOST_ENTRIES]:
        if not (explanation.runs == "loop" and entry.name == explanation.function):
            yield f"{heading} {_entry(entry)}"
    if len(explanation.entries) > MOST_ENTRIES:
        yield f"and {len(explanation.entries) - MOST_ENTRIES} more"


def _entry(entry: Entry) -> str:
    return f"`{plain(entry.name)}` ({entry.kind}) {plain_path(entry.path)}:{entry.line}"


def _verdict(verdict: Verdict, explanation: Explanation) -> str:
    sentence = SENTENCES[verdict.why].format(name=verdict.name, **_of_diagnostic(verdict.diagnostic, explanation))
    more = f" (and {verdict.further} like it)" if verdict.further > 0 else ""
    return f"`{verdict.text}`: {sentence}{more}"


def _of_diagnostic(diagnostic: Diagnostic | None, explanation: Explanation) -> dict[str, str]:
    """The words that sentences take from a candidate; `at` is its place where that is another line."""
    if diagnostic is None:
        return {}
    is_here = diagnostic.path == explanation.path and explanation.line in (
        diagnostic.start.line, diagnostic.end.line
    )  # fmt: skip
    place = f" at {diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
    last = diagnostic.steps[-1] if diagnostic.steps else None
    return {
        "at": "" if is_here else place,
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "confidence": diagnostic.confidence,
        "message": diagnostic.message,
        "sink": f"{last.path}:{last.line}" if last is not None else "",
    }
