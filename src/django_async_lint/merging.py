"""From one diagnostic per (call site, rule, sink) to one finding per (call site, rule) with its fingerprint.

Fingerprints are given before anything is suppressed or left out, so that they do not depend on settings.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from django_async_lint.diagnostic import SEVERITIES, Diagnostic, Finding, fingerprint
from django_async_lint.rules.registry import URL
from django_async_lint.source import Position


def with_fingerprints(diagnostics: Iterable[Diagnostic]) -> list[Finding]:
    """The diagnostics of one file in source order, each once. Equals at different call sites are numbered."""
    sites: defaultdict[tuple[str, str, str, str], list[tuple[Position, Position]]] = defaultdict(list)
    findings = []
    for diagnostic in sorted(set(diagnostics), key=lambda each: (each.order, each.end, _length(each))):
        equals = sites[(diagnostic.code, diagnostic.function, diagnostic.callee, diagnostic.sink)]
        site = (diagnostic.start, diagnostic.end)
        if site not in equals:
            equals.append(site)
        ordinal = equals.index(site)
        digits = fingerprint(diagnostic, ordinal)
        findings.append(Finding(diagnostic, digits, URL.format(code=diagnostic.code), ordinal=ordinal))
    return findings


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """One finding per (call site, rule): that of the shortest path, `further` counting the other sinks."""
    groups: defaultdict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        diagnostic = finding.diagnostic
        groups[(diagnostic.path, diagnostic.start, diagnostic.end, diagnostic.code)].append(finding)
    merged = []
    for group in groups.values():
        best = min(group, key=lambda finding: _length(finding.diagnostic))
        further = len({finding.diagnostic.sink for finding in group}) - 1
        merged.append(replace(best, diagnostic=replace(best.diagnostic, further=further)))
    return sorted(merged, key=lambda finding: (finding.diagnostic.order, finding.diagnostic.end))


def _length(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Orders diagnostics of one call site: the graver first, so that a trifle never hides a fault, then the
    shorter path, ties by the places along it."""
    places = tuple((step.path, step.line, step.column) for step in diagnostic.steps)
    return (-SEVERITIES.index(diagnostic.severity), len(places), places, diagnostic.message, diagnostic.function)
