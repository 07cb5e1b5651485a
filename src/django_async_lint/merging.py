"""From one diagnostic per (call site, rule, sink) to one finding per (call site, rule) with its fingerprint.

Fingerprints are given before anything is suppressed or left out, so that they do not depend on settings.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from django_async_lint.diagnostic import SEVERITIES, Diagnostic, Finding, fingerprint
from django_async_lint.inference.analyse import DOTTED
from django_async_lint.rules.registry import URL, short
from django_async_lint.source import Position


def with_fingerprints(diagnostics: Iterable[Diagnostic], modules: Collection[str] = ()) -> list[Finding]:
    """The diagnostics of one file in source order, each once. Equals at different call sites are numbered. The names of
    modules of the project are left out of sinks: a module may be renamed or moved."""
    sites: defaultdict[tuple[str, str, str, str], list[tuple[Position, Position]]] = defaultdict(list)
    findings = []
    for diagnostic in sorted(set(diagnostics), key=lambda each: (each.order, each.end, _length(each))):
        sink = _inside(diagnostic.sink, modules)
        equals = sites[(diagnostic.code, diagnostic.function, diagnostic.callee, sink)]
        site = (diagnostic.start, diagnostic.end)
        if site not in equals:
            equals.append(site)
        ordinal = equals.index(site)
        digits = fingerprint(diagnostic, sink, ordinal)
        findings.append(Finding(diagnostic, digits, URL.format(code=diagnostic.code), ordinal=ordinal, sink=sink))
    return findings


def _inside(sink: str, modules: Collection[str]) -> str:
    """A sink with the names in it as their own modules know them."""
    return DOTTED.sub(lambda name: _inside_module(name[0], modules), sink) if modules else sink


def _inside_module(name: str, modules: Collection[str]) -> str:
    owner = name.rpartition(".")[0]
    while owner and owner not in modules:
        owner = owner.rpartition(".")[0]
    return name.removeprefix(f"{owner}.") if owner else name


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """One finding per (call site, rule): that of the shortest path, `further` naming the other sinks."""
    groups: defaultdict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        diagnostic = finding.diagnostic
        groups[(diagnostic.path, diagnostic.start, diagnostic.end, diagnostic.code)].append(finding)
    merged = []
    for group in groups.values():
        best = min(group, key=_of_finding)
        further = dict.fromkeys(finding.diagnostic.sink for finding in sorted(group, key=_of_finding))
        further.pop(best.diagnostic.sink)
        merged.append(replace(best, diagnostic=replace(best.diagnostic, further=tuple(map(short, further)))))
    return sorted(merged, key=lambda finding: (finding.diagnostic.order, finding.diagnostic.end))


def _of_finding(finding: Finding) -> tuple[object, ...]:
    return _length(finding.diagnostic)


def _length(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Orders diagnostics of one call site: the graver first, so that a trifle never hides a fault, then the
    shorter path, ties by the places along it."""
    places = tuple((step.path, step.line, step.column) for step in diagnostic.steps)
    return (-SEVERITIES.index(diagnostic.severity), len(places), places, diagnostic.message, diagnostic.function)
