"""What the rules find in one file, from its analysis to the findings that the settings ask for.

Knows no other file and no suppression; what goes wrong in one file stays a finding of that file.
"""

import sys
from dataclasses import replace

from django_async_lint.config import Config
from django_async_lint.diagnostic import Diagnostic, Finding
from django_async_lint.inference.analyse import Analyser, FileAnalysis
from django_async_lint.merging import with_fingerprints
from django_async_lint.rules.cannot_parse import hint
from django_async_lint.rules.registry import Rule, all_rules
from django_async_lint.selection import LineOf, is_selected, relax, without_masked, without_overruled
from django_async_lint.source import Position
from django_async_lint.source_readers import line_reader
from django_async_lint.suppression import SourceOf

NEWER_SYNTAX = "This is Python {}.{}; what is newer than 3.14 needs a newer one".format(*sys.version_info)


def analyse(analyser: Analyser, path: str) -> FileAnalysis:
    """What inference says of one file; a crash is a DAL003 of that file and the run goes on."""
    try:
        return analyser.analyse(path)
    except Exception as error:
        return FileAnalysis((), (internal_error(path, "the analysis", error),))


def findings_of(analysis: FileAnalysis, path: str, config: Config, source_of: SourceOf) -> list[Finding]:
    """What the rules find in one analysed file and the settings ask for, before suppression and merging."""
    return asked_for(everything_in(analysis, path, source_of), config, source_of)


def everything_in(analysis: FileAnalysis, path: str, source_of: SourceOf) -> list[Finding]:
    """What the rules find in one analysed file, whatever the settings ask for."""
    if not analysis.functions and not analysis.problems:
        return []
    line_of = line_reader(source_of)
    found = [_with_hint(problem, line_of) for problem in analysis.problems]
    for rule in all_rules():
        found += _of_rule(rule, analysis, path)
    return with_fingerprints(without_masked(found), analysis.modules)


def asked_for(found: list[Finding], config: Config, source_of: SourceOf) -> list[Finding]:
    """Those of the findings in one file that the settings ask for, one for each fault, as severe as they are there."""
    asked = [each for each in found if is_selected(each.diagnostic, config)]
    kept = {id(each) for each in without_overruled([each.diagnostic for each in asked], line_reader(source_of))}
    return [
        replace(finding, diagnostic=relax(finding.diagnostic)) for finding in asked if id(finding.diagnostic) in kept
    ]


def _with_hint(problem: Diagnostic, line_of: LineOf) -> Diagnostic:
    """A file that does not parse because of a misplaced `async` is told how to write it."""
    line = line_of(problem.path, problem.start.line)
    advice = hint(line, problem.message) if problem.code == "DAL001" else ""
    if not advice and problem.message.startswith("cannot parse"):
        return replace(problem, help=NEWER_SYNTAX)
    if not advice:
        return problem
    message = f"{problem.message}, {advice}" if hint(line) else problem.message
    return replace(problem, message=message, help=advice[0].upper() + advice[1:])


def _of_rule(rule: Rule, analysis: FileAnalysis, path: str) -> list[Diagnostic]:
    """What one rule finds in a file; a rule that crashes adds one DAL003 and keeps what it found before."""
    found: list[Diagnostic] = []
    try:
        for function in analysis.functions:
            found.extend(rule.check(function))
    except Exception as error:
        found.append(internal_error(path, f"rule {rule.code}", error))
    return found


def internal_error(path: str, where: str, error: BaseException) -> Diagnostic:
    """The DAL003 of an exception that escaped from `where` while `path` was checked."""
    start = Position(1, 1)
    message = f"internal error in {where}: {type(error).__name__}: {' '.join(str(error).split())}"
    advice = "Please report it with the file; the other files and rules were still checked"
    return Diagnostic("DAL003", "internal-error", "error", "high", path, start, start, message, advice)
