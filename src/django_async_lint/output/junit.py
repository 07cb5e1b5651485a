"""JUnit's XML, for what shows test results: each finding a test case that failed, one that passed when there is none.

Advice (`info`) does not fail a run, so its test cases pass and say what they have to say as their output.
"""

from xml.sax.saxutils import escape, quoteattr

from django_async_lint.diagnostic import Finding, Report, Step
from django_async_lint.output.paths import ends
from django_async_lint.output.plain import plain, plain_path

SUITE = "django-async-lint"


def render(report: Report) -> str:
    """The report as one suite of test cases, ending with a newline."""
    failures = sum(finding.diagnostic.severity != "info" for finding in report.findings)
    cases = [_case(finding) for finding in report.findings] or [_passed()]
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<testsuites name="{SUITE}" {counts}>',
        f'  <testsuite name="{SUITE}" {counts}>',
        *cases,
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _passed() -> str:
    return f'    <testcase name="no findings" classname="{SUITE}"/>'


def _case(finding: Finding) -> str:
    diagnostic = finding.diagnostic
    place = f"{diagnostic.start.line}:{diagnostic.start.column}"
    name = f"{diagnostic.code} {diagnostic.rule} at {plain(diagnostic.path)}:{place}"
    head = f"    <testcase name={quoteattr(name)} classname={quoteattr(plain(diagnostic.path))}>"
    story = escape("\n".join(plain(line) for line in _story(finding)))
    if diagnostic.severity == "info":
        body = f"      <system-out>{story}</system-out>"
    else:
        message = quoteattr(plain(diagnostic.message))
        body = f'      <failure type="{diagnostic.code}" message={message}>{story}</failure>'
    return f"{head}\n{body}\n    </testcase>"


def _story(finding: Finding) -> list[str]:
    """What a reader needs besides the message: the place, the call path, the way out."""
    diagnostic = finding.diagnostic
    lines = [f"{plain_path(diagnostic.path)}:{diagnostic.start.line}:{diagnostic.start.column}: {diagnostic.message}"]
    first, between, last = ends(diagnostic.steps)
    lines += [*map(_step, first), *([f"  {between}"] if between else []), *map(_step, last)]
    if diagnostic.help:
        lines.append(f"help: {diagnostic.help}")
    return [*lines, f"docs: {finding.url}"]


def _step(step: Step) -> str:
    return f"  > {step.path}:{step.line}:{step.column}: {step.message}"
