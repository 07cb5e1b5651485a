"""`dal check` and `dal fix`: arguments to a run, its report to an output and an exit code."""

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

import click

from django_async_lint.cli.options import jobs_of, list_option, settings_of
from django_async_lint.cli.progress import shown
from django_async_lint.cli.terminal import (
    CLEAN,
    FAILURE,
    FINDINGS,
    complain,
    counted,
    is_terminal,
    put,
    standard_input,
    tell,
    wants_color,
    wants_links,
    write,
    write_bytes,
)
from django_async_lint.config import OUTPUT_FORMATS, PROFILES, SCOPES, Settings, describe
from django_async_lint.diagnostic import CONFIDENCES, SEVERITIES, Applicability, Report
from django_async_lint.output.plain import plain
from django_async_lint.reporting import from_repository

MOST_IN_FULL = 30
"""The findings that are shown in full on a terminal where no format was asked for."""
STDIN_NAME = "stdin"
FORMATS_WITH_EDITS = ("json", "json-lines", "rdjson", "sarif")
FORMATS_OF_FORGES = ("github", "gitlab", "rdjson", "sarif")
"""Formats whose readers want paths from the top of the repository."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@list_option("--select", "Rules to check, by code or its beginning.")
@list_option("--ignore", "Rules to leave out.")
@list_option("--extend-select", "Rules to check besides.")
@list_option("--extend-ignore", "Rules to leave out besides.")
@list_option("--per-file-ignores", "Rules to leave out in files, as PATTERN:CODE.", "PATTERN:CODES")
@list_option("--exclude", "Files and folders to leave out of a walk.", "PATTERNS")
@list_option("--extend-exclude", "Files and folders to leave out besides.", "PATTERNS")
@click.option("--scope", type=click.Choice(SCOPES), help="Show findings in the PATHS, through them, or everywhere.")
@click.option("--profile", type=click.Choice(PROFILES), help="What to look for: see `dal config profile`.")
@click.option("--min-confidence", type=click.Choice(CONFIDENCES), help="The least confidence to show.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="The least severity that makes the exit code 1.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("--target-django", metavar="RELEASE", help="The Django release that the code runs on, such as 5.2.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and report the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="Count fixes in that may change what the code does.")
@click.option("--diff", is_flag=True, help="Print what --fix would change; write nothing.")
@click.option("--show-fixes", is_flag=True, help="List what was mended, by file and rule.")
@click.option("--fix-only", is_flag=True, help="Mend and report nothing.")
@click.option("--baseline", type=click.Path(exists=True, dir_okay=False), help="The file of faults known before.")
@click.option("--no-baseline", is_flag=True, help="Report also what a baseline knows.")
@click.option("--add-noqa", is_flag=False, flag_value="", metavar="[REASON]", help="Silence each finding by a comment.")
@click.option("--output-format", type=click.Choice(OUTPUT_FORMATS), help="How to print findings.")
@click.option("--show-suppressed", is_flag=True, help="Put what is silenced into the output too, marked (sarif).")
@click.option("--output-file", type=click.Path(dir_okay=False), help="Write findings here, not to the terminal.")
@click.option("--statistics", is_flag=True, help="Count findings and time to standard error.")
@click.option("--stdin-filename", metavar="FILE", help="The file that standard input stands for, with `-`.")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
@click.option("--show-settings", is_flag=True, help="Print the settings and where they come from.")
@click.option("--show-files", is_flag=True, help="Print the files that would be checked.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@click.option("--cache-dir", metavar="FOLDER", help="Where the cache lies, by default in .dal_cache.")
@click.option("--shard", metavar="K/N", default="1/1", help="Check the K-th of N parts of the files.")
@click.option("-j", "--jobs", metavar="N", default="auto", help="Processes to use (`auto`: as many as pay).")
@click.option("--no-progress", is_flag=True, help="Show no progress on standard error.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option("-v", "--verbose", is_flag=True, help="Tell on standard error what was read and counted.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
def check(paths: tuple[str, ...], stdin_filename: str | None, **options: Any) -> int:
    """Checks files and folders (by default the working directory; `-` is standard input)."""
    from django_async_lint import caching
    from django_async_lint.project.layout import root_of

    started = time.perf_counter()
    jobs = jobs_of(options["jobs"])
    shard = _shard(options["shard"])
    settings = settings_of(options)
    options["is_chosen"] = "output_format" in settings.overrides
    names = list(paths) or (["-"] if stdin_filename else ["."])
    buffers = {}
    if stdin_filename and "-" not in names:
        raise click.UsageError("--stdin-filename goes with `-` or no path, not with other paths alone")
    if "-" in names:
        name = os.path.abspath(stdin_filename or STDIN_NAME)
        buffers[name] = standard_input()
        names = [name if path == "-" else path for path in names]
    if options["show_settings"]:
        return _show_settings(names, settings)
    if options["show_files"]:
        from django_async_lint.check import files

        write("".join(f"{plain(str(path))}\n" for path in files(names, settings, buffers)))
        return CLEAN
    if options["verbose"]:
        for root in sorted({root_of(name) for name in names}):
            file = settings.file_for(root)
            origin = f"settings from {plain(str(file))}" if file else "no settings file"
            tell(f"dal: project root {plain(str(root))}, {origin}")
    mends = options["fix"] or options["fix_only"] or options["diff"]
    if options["add_noqa"] is not None:
        if mends:
            raise click.UsageError("--add-noqa silences what --fix would mend: run --fix first, alone")
        return _silence(names, settings, options["add_noqa"], jobs)
    config = settings.of(root_of(names[0]))
    if shard[1] > 1 and (config.scope != "listed" or mends):
        raise click.UsageError("--shard shares out what is found in the files: scope `listed`, and no fixes")
    options["is_aside"] = bool(mends and buffers)
    if mends:
        report = _mended(names, settings, buffers, options)
        if options["diff"]:
            return FAILURE if report.errors else FINDINGS if report.fixed and not options["exit_zero"] else CLEAN
    else:
        cache = None if options["no_cache"] else caching.folder_of(names[0], settings)
        with_edits = config.output_format in FORMATS_WITH_EDITS
        is_loud = not options["no_progress"] and not options["quiet"]
        with shown(is_loud and is_terminal(sys.stderr), is_loud and options["verbose"]):
            report = caching.check(names, settings, buffers, jobs, cache, with_edits, shard)
    if not options["fix_only"]:
        _print_report(report, config.output_format, options)
    else:
        complain(*report.errors)
    if options["statistics"] or options["verbose"]:
        _print_statistics(report, time.perf_counter() - started)
    return _exit_code(report, config.fail_on, options["exit_zero"] or options["fix_only"])


def _silence(names: list[str], settings: Settings, reason: str, jobs: int) -> int:
    from django_async_lint.silencing import silence

    done = silence(names, settings, reason, jobs)
    write(f"Added noqa comments to {counted(done.lines, 'line')} of {counted(done.files, 'file')}\n")
    complain(*done.errors)
    return FAILURE if done.errors else CLEAN


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def fix(context: click.Context, arguments: tuple[str, ...]) -> int:
    """Short for `dal check --fix`."""
    outcome: int = context.parent.command.main(  # type: ignore[union-attr]
        ["check", "--fix", *arguments], prog_name="dal", standalone_mode=False
    )
    return outcome or CLEAN


def _shard(written: str) -> tuple[int, int]:
    """The number of a part and how many there are."""
    found = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", written)
    if found is None or int(found[1]) > int(found[2]):
        raise click.UsageError(f"--shard takes K/N with K from 1 to N, such as 2/4, not {written!r}")
    return int(found[1]), int(found[2])


def _harmless(text: str) -> str:
    """Lines for a terminal, nothing in which can drive it; elsewhere they stay as a patch needs them."""
    return "\n".join("\t".join(map(plain, line.split("\t"))) for line in text.split("\n"))


def _unread(report: Report) -> Iterator[str]:
    """A line for each file that no fix could look into."""
    for each in (finding.diagnostic for finding in report.findings):
        if each.code in ("DAL001", "DAL003"):
            yield f"{each.path}:{each.start.line}: {each.message}"


def _mended(names: list[str], settings: Settings, buffers: dict[str, bytes], options: dict[str, Any]) -> Report:
    """The report after the fixes were made: written, printed as a diff, or for standard input as text."""
    from django_async_lint import fixing

    allowed: tuple[Applicability, ...] = ("safe", "unsafe") if options["unsafe_fixes"] else ("safe",)
    outcome = fixing.fix(names, settings, allowed, buffers)
    if options["diff"]:
        text = fixing.diff(outcome.changes)
        write(_harmless(text) if is_terminal(sys.stdout) else text)
        complain(*outcome.report.errors, *_unread(outcome.report))
    else:
        outcome = fixing.written(outcome, names, settings, buffers)
        mended = {change.path: change.after for change in outcome.changes}
        for path, before in buffers.items():
            write_bytes(mended.get(path, before))  # also what needs no fix: a pipe would lose it
    report = replace(outcome.report, fixed=sum(outcome.fixed.values()))
    if options["show_fixes"]:
        for (path, code), count in sorted(outcome.fixed.items()):
            tell(f"{plain(path)}: {count} x {code}")
    return report


def _show_settings(names: list[str], settings: Settings) -> int:
    from django_async_lint.examining import detected
    from django_async_lint.project.layout import root_of

    for root in sorted({root_of(name) for name in names}):
        file = settings.file_for(root)
        write(f"# project root {plain(str(root))}\n")
        write(f"# settings from {plain(str(file))}\n" if file else "# no settings file\n")
        write("".join(f"{plain(line)}\n" for line in describe(settings.of(root))))
        write("".join(f"# found: {plain(line)}\n" for line in detected(root, settings.of(root))))
    return CLEAN


def _print_report(report: Report, output_format: str, options: dict[str, Any]) -> None:
    if not options["show_suppressed"]:
        report = replace(report, silenced=(), known=())
    rendered = _rendered(report, output_format, options)
    if options["is_aside"] and not options["output_file"]:
        tell(rendered.removesuffix("\n"))  # standard output is the mended text
    else:
        put(rendered, options["output_file"])
    if output_format == "github":
        _append_step_summary(report)
    if not options["quiet"]:
        for note in report.notes:
            tell(f"dal: {note}")
    complain(*report.errors)


def _rendered(report: Report, output_format: str, options: dict[str, Any]) -> str:
    """The report in one of the formats, each imported only when it is asked for."""
    if output_format in FORMATS_OF_FORGES:
        report = from_repository(report)
    if output_format not in ("full", "concise"):
        module = import_module(f"django_async_lint.output.{output_format.replace('-', '_')}")
        return str(module.render(report))
    from django_async_lint.output import text

    color = wants_color(options["color"], options["output_file"])
    if output_format == "concise":
        return text.concise(report, color)
    most = MOST_IN_FULL if not options["is_chosen"] and is_terminal(sys.stdout, options["output_file"]) else None
    links = wants_links(options["color"], options["output_file"])
    return text.full(report, color, not options["quiet"], most, links)


def _append_step_summary(report: Report) -> None:
    """Adds the findings as a table to the summary of the step of GitHub Actions that runs this."""
    file, variables = os.environ.get("GITHUB_STEP_SUMMARY"), os.environ
    if not file:
        return
    from django_async_lint.output import github

    parts = [variables.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")]
    files = "{}/{}/blob/{}".format(*parts) if all(parts) else ""
    try:
        with open(file, "a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(github.summary(from_repository(report), files))
    except OSError as error:
        tell(f"dal: the summary of the step was not written: {plain(str(error))}")


def _print_statistics(report: Report, seconds: float) -> None:
    counts = Counter((finding.diagnostic.code, finding.diagnostic.rule) for finding in report.findings)
    for (code, name), count in sorted(counts.items()):
        tell(f"{count:6} {code} {name}")
    summary, calls = report.summary, report.summary.calls
    tell(f"{summary.files:6} files, {summary.files_parsed} parsed, in {seconds:.2f} s")
    tell(
        f"{summary.files_skipped:6} files with nothing asynchronous,"
        f" {summary.files_unparsed} of them not searched for syntax errors"
    )
    tell(
        f"{summary.functions_on_loop:6} functions on the event loop, {summary.functions_evaluated} evaluated"
        f" {summary.evaluations} times, {summary.evaluations_cut} cut"
    )
    tell(f"{calls.resolved:6} calls resolved, {calls.unresolved} unresolved, {calls.third_party} third-party")
    if calls.unknown_names:
        tell("The commonest unresolved calls:")
    for name, count in calls.unknown_names:
        tell(f"       {plain(name)} {count}")


def _exit_code(report: Report, fail_on: str, exit_zero: bool) -> int:
    severities = {finding.diagnostic.severity for finding in report.findings}
    if report.errors or any(finding.diagnostic.code == "DAL003" for finding in report.findings):
        return FAILURE
    failing = any(SEVERITIES.index(severity) >= SEVERITIES.index(fail_on) for severity in severities)
    return FINDINGS if failing and not exit_zero else CLEAN
