"""How findings become a report: what only the whole run knows of a finding, and the source lines to show.

Also joins the reports of several project roots, whose paths are then told apart by the root's own path.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from django_async_lint.diagnostic import CallCounts, Diagnostic, Finding, Reach, Report, Summary

SHOWN_UNKNOWN_NAMES = 10

LineOf = Callable[[str, int], str]
"""The source line at a path and line number."""

ReachOf = Callable[[Diagnostic], Sequence[Reach]]
"""The views from which a diagnostic's entry is reached, nearest first."""


def no_reach(diagnostic: Diagnostic) -> Sequence[Reach]:
    """Stands in where nobody asked from which views a finding is reached."""
    return ()


def report_of(findings: Iterable[Finding], summary: Summary, line_of: LineOf, reach_of: ReachOf = no_reach) -> Report:
    """The report of one project root."""
    reached = _with_others([_with_reach(finding, reach_of(finding.diagnostic)) for finding in findings])
    places = {place for finding in reached for place in _shown_places(finding.diagnostic)}
    return Report(reached, summary, {place: line_of(*place) for place in sorted(places)})


def _with_reach(finding: Finding, reach: Sequence[Reach]) -> Finding:
    return replace(finding, reached_from=tuple(reach[:5]), reached_from_count=len(reach))


def _with_others(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings with a count of the other call sites from which a helper leads to the same place."""
    counts = Counter(filter(None, map(_sink_place, findings)))
    return tuple(
        replace(finding, others=counts[place] - 1) if (place := _sink_place(finding)) is not None else finding
        for finding in findings
    )


def _sink_place(finding: Finding) -> tuple[str, str, int, int] | None:
    """Where the path of a helper-borne finding ends, by code; None for a finding that is its own sink."""
    steps = finding.diagnostic.steps
    if not steps:
        return None
    return (finding.diagnostic.code, steps[-1].path, steps[-1].line, steps[-1].column)


def _shown_places(diagnostic: Diagnostic) -> list[tuple[str, int]]:
    places = [(diagnostic.path, diagnostic.start.line), (diagnostic.path, diagnostic.end.line)]
    if diagnostic.entry is not None:
        places.append((diagnostic.entry.path, diagnostic.entry.line))
    return places + [(step.path, step.line) for step in diagnostic.steps]


def join(reports: Sequence[Report], notes: tuple[str, ...] = ()) -> Report:
    """One report of several project roots, sorted anew."""
    return Report(
        _sorted(finding for report in reports for finding in report.findings),
        _sum([report.summary for report in reports]),
        {place: line for report in reports for place, line in report.excerpts.items()},
        (*notes, *(note for report in reports for note in report.notes)),
        silenced=_sorted(finding for report in reports for finding in report.silenced),
        known=_sorted(finding for report in reports for finding in report.known),
    )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.diagnostic.order, finding.diagnostic.end)))


def with_prefix(report: Report, prefix: str) -> Report:
    """The report with `prefix`, a folder with `/`, before every path, in messages too. Fingerprints stay."""
    if prefix == ".":
        return report

    def prefixed(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(_prefixed_finding(finding, prefix) for finding in findings)

    return replace(
        report,
        findings=prefixed(report.findings),
        silenced=prefixed(report.silenced),
        known=prefixed(report.known),
        excerpts={(f"{prefix}/{path}", line): text for (path, line), text in report.excerpts.items()},
    )


def from_repository(report: Report) -> Report:
    """The report with paths from the top of the repository, as forges want them."""
    return replace(with_prefix(report, report.folder), folder=".")


def _prefixed_finding(finding: Finding, prefix: str) -> Finding:
    plain = finding.diagnostic
    diagnostic = replace(
        plain,
        path=f"{prefix}/{plain.path}",
        entry=plain.entry and replace(plain.entry, path=f"{prefix}/{plain.entry.path}"),
        steps=tuple(replace(step, path=f"{prefix}/{step.path}") for step in plain.steps),
    )
    reached_from = tuple(replace(reach, path=f"{prefix}/{reach.path}") for reach in finding.reached_from)
    edits = finding.fix.edits if finding.fix is not None else ()
    fix = finding.fix and replace(
        finding.fix, edits=tuple(replace(edit, path=f"{prefix}/{edit.path}") for edit in edits)
    )
    return replace(finding, diagnostic=_renamed(diagnostic, plain), reached_from=reached_from, fix=fix)


def _renamed(diagnostic: Diagnostic, plain: Diagnostic) -> Diagnostic:
    """A message that names the place of the sink, named as the last step is now."""
    if not plain.steps:
        return diagnostic
    before, after = (f"[{each.steps[-1].path}:{each.steps[-1].line}]" for each in (plain, diagnostic))
    return replace(diagnostic, message=diagnostic.message.replace(before, after))


def sum_calls(counts: Iterable[CallCounts]) -> CallCounts:
    """The sum of call counts, with the commonest unknown names of them all."""
    resolved = unresolved = third_party = 0
    names: Counter[str] = Counter()
    for count in counts:
        resolved += count.resolved
        unresolved += count.unresolved
        third_party += count.third_party
        names.update(dict(count.unknown_names))
    commonest = sorted(names.items(), key=lambda item: (-item[1], item[0]))[:SHOWN_UNKNOWN_NAMES]
    return CallCounts(resolved, unresolved, third_party, tuple(commonest))


def _sum(summaries: Sequence[Summary]) -> Summary:
    return Summary(
        files=sum(summary.files for summary in summaries),
        functions_on_loop=sum(summary.functions_on_loop for summary in summaries),
        calls=sum_calls(summary.calls for summary in summaries),
        suppressed=sum(summary.suppressed for summary in summaries),
        baselined=sum(summary.baselined for summary in summaries),
        files_parsed=sum(summary.files_parsed for summary in summaries),
        files_skipped=sum(summary.files_skipped for summary in summaries),
        files_unparsed=sum(summary.files_unparsed for summary in summaries),
        functions_evaluated=sum(summary.functions_evaluated for summary in summaries),
        evaluations=sum(summary.evaluations for summary in summaries),
        evaluations_cut=sum(summary.evaluations_cut for summary in summaries),
    )
