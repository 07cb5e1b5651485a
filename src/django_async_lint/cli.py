"""The `dal` command: translates arguments to the recipe in `check`, prints what comes back, and exits.

No logic of its own, and on the way of `dal check` no import of libcst, rich, asyncio or flake8.
"""

import gc
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from django_async_lint import __version__
from django_async_lint.config import (
    OUTPUT_FORMATS,
    SCOPES,
    ConfigError,
    Settings,
    describe,
    read_override,
    read_table,
)
from django_async_lint.diagnostic import CONFIDENCES, SEVERITIES, Applicability, Report
from django_async_lint.output.plain import plain
from django_async_lint.reporting import from_repository

if TYPE_CHECKING:
    from django_async_lint.survey import Survey

VIEWS_FORMATS = ("full", "json", "markdown", "html")
CLEAN, FINDINGS, FAILURE, INTERRUPTED = 0, 1, 2, 130
STDIN_NAME = "stdin"
FORMATS_WITH_EDITS = ("json", "sarif")


def main() -> None:
    """Runs the command line and ends the process at once: clearing away what a large run made takes as long again."""
    gc.disable()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Runs the command line; the exit code. Whatever goes wrong is told in lines on standard error."""
    try:
        return dal.main(arguments, prog_name="dal", standalone_mode=False) or CLEAN
    except ConfigError as error:
        _complain(*error.errors)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        _complain(error.format_message())
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        _complain(f"internal error, please report it: {type(error).__name__}: {error}")
    return FAILURE


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", message="dal %(version)s")
@click.pass_context
def dal(context: click.Context) -> None:
    """Finds what blocks the event loop in async Django code, without importing it."""
    if context.invoked_subcommand is None:
        _write(f"{context.get_help()}\n")


def _split(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> list[str] | None:
    """The items of a list given with commas, repeatedly, or both; None when it was not given."""
    items = [item for value in values for item in re.split(r"[,\s]+", value) if item]
    if values and not items and parameter.name in ("select", "extend_select"):
        raise click.UsageError(f"{parameter.opts[0]} names no rule; `dal rule` lists them")
    return items or None


Decorator = Callable[[Callable[..., int]], Callable[..., int]]


def _list_option(name: str, help: str, metavar: str = "CODES") -> Decorator:
    return click.option(name, multiple=True, callback=_split, metavar=metavar, help=help)


@dal.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@_list_option("--select", "Rules to check, by code or its beginning.")
@_list_option("--ignore", "Rules to leave out.")
@_list_option("--extend-select", "Rules to check besides.")
@_list_option("--extend-ignore", "Rules to leave out besides.")
@_list_option("--per-file-ignores", "Rules to leave out in files, as PATTERN:CODE.", "PATTERN:CODES")
@_list_option("--exclude", "Files and folders to leave out of a walk.", "PATTERNS")
@_list_option("--extend-exclude", "Files and folders to leave out besides.", "PATTERNS")
@click.option("--scope", type=click.Choice(SCOPES), help="Show findings in the PATHS, through them, or everywhere.")
@click.option("--min-confidence", type=click.Choice(CONFIDENCES), help="The least confidence to show.")
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="The least severity that makes the exit code 1.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("--target-django", metavar="RELEASE", help="The Django release that the code runs on, such as 5.2.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and report the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="Count fixes in that may change what the code does.")
@click.option("--diff", is_flag=True, help="Print what --fix would change; write nothing.")
@click.option("--show-fixes", is_flag=True, help="List what was mended, by file and rule.")
@click.option("--fix-only", is_flag=True, help="Mend and report nothing.")
@click.option("--output-format", type=click.Choice(OUTPUT_FORMATS), help="How to print findings.")
@click.option("--output-file", type=click.Path(dir_okay=False), help="Write findings here, not to the terminal.")
@click.option("--statistics", is_flag=True, help="Count findings and time to standard error.")
@click.option("--stdin-filename", metavar="FILE", help="The file that standard input stands for, with `-`.")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
@click.option("--show-settings", is_flag=True, help="Print the settings and where they come from.")
@click.option("--show-files", is_flag=True, help="Print the files that would be checked.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write a cache (there is none yet).")
@click.option("-j", "--jobs", metavar="N", default="auto", help="Processes to use (`auto`: as many as pay).")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option("-v", "--verbose", is_flag=True, help="Tell on standard error what was read and counted.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
def check(paths: tuple[str, ...], stdin_filename: str | None, **options: Any) -> int:
    """Checks files and folders (by default the working directory; `-` is standard input)."""
    from django_async_lint import check as recipe
    from django_async_lint import workers

    started = time.perf_counter()
    if not re.fullmatch(r"[1-9]\d*|auto", options["jobs"]):
        raise click.UsageError(f"-j takes a number from 1 or `auto`, not {options['jobs']!r}")
    settings = _settings(options)
    names = list(paths) or (["-"] if stdin_filename else ["."])
    buffers = {}
    if stdin_filename and "-" not in names:
        raise click.UsageError("--stdin-filename goes with `-` or no path, not with other paths alone")
    if "-" in names:
        name = os.path.abspath(stdin_filename or STDIN_NAME)
        buffers[name] = _standard_input()
        names = [name if path == "-" else path for path in names]
    if options["show_settings"]:
        return _show_settings(names, settings)
    if options["show_files"]:
        _write("".join(f"{plain(str(path))}\n" for path in recipe.files(names, settings, buffers)))
        return CLEAN
    if options["verbose"]:
        for root in sorted({recipe.root_of(name) for name in names}):
            file = settings.file_for(root)
            origin = f"settings from {plain(str(file))}" if file else "no settings file"
            _tell(f"dal: project root {plain(str(root))}, {origin}")
    config = recipe.run_config(names, settings)
    if options["fix"] or options["fix_only"] or options["diff"]:
        report = _mended(names, settings, buffers, options)
        if options["diff"]:
            return FAILURE if report.errors else FINDINGS if report.fixed and not options["exit_zero"] else CLEAN
    else:
        jobs = workers.available() if options["jobs"] == "auto" else int(options["jobs"])
        report = recipe.check(names, settings, buffers, jobs)
    if config.output_format in FORMATS_WITH_EDITS and any(each.diagnostic.fix for each in report.findings):
        from django_async_lint import fixing

        report = fixing.with_fixes(report, recipe.base_of(names, settings, buffers), buffers)
    if not options["fix_only"]:
        _print_report(report, config.output_format, options)
    else:
        _complain(*report.errors)
    if options["statistics"] or options["verbose"]:
        _print_statistics(report, time.perf_counter() - started)
    return _exit_code(report, config.fail_on, options["exit_zero"] or options["fix_only"])


@dal.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def fix(context: click.Context, arguments: tuple[str, ...]) -> int:
    """Short for `dal check --fix`."""
    outcome: int = context.parent.command.main(  # type: ignore[union-attr]
        ["check", "--fix", *arguments], prog_name="dal", standalone_mode=False
    )
    return outcome or CLEAN


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
        _write(fixing.diff(outcome.changes))
        _complain(*outcome.report.errors, *_unread(outcome.report))
    else:
        outcome = fixing.written(outcome, names, settings, buffers)
        for change in outcome.changes:
            if change.path in buffers:
                _write(change.after.decode("utf-8", "replace"))
    report = replace(outcome.report, fixed=sum(outcome.fixed.values()))
    if options["show_fixes"]:
        for (path, code), count in sorted(outcome.fixed.items()):
            _tell(f"{plain(path)}: {count} x {code}")
    return report


@dal.command()
@click.argument("place", metavar="PATH:LINE")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
def explain(place: str, **options: Any) -> int:
    """Prints what is believed of a line, and why what it does is or is not reported."""
    from django_async_lint.explaining import CannotExplain
    from django_async_lint.explaining import explain as recipe
    from django_async_lint.output.explain import render

    try:
        explanation = recipe(place, _settings(options))
    except CannotExplain as error:
        raise click.UsageError(str(error)) from None
    _write(render(explanation))
    return CLEAN


@dal.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--output-format", type=click.Choice(VIEWS_FORMATS), default="full", help="How to print the views.")
@click.option("--output-file", type=click.Path(dir_okay=False), help="Write the views here, not to the terminal.")
@_list_option("--exclude", "Files and folders to leave out of a walk.", "PATTERNS")
@_list_option("--extend-exclude", "Files and folders to leave out besides.", "PATTERNS")
@click.option("--target-django", metavar="RELEASE", help="The Django release that the code runs on, such as 5.2.")
@click.option("--config", "configs", multiple=True, metavar="KEY=VALUE|FILE", help="A setting, or a TOML file.")
@click.option("--isolated", is_flag=True, help="Read no settings from files.")
@click.option("-q", "--quiet", is_flag=True, help="Print views only, no remarks on standard error.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to use colour.")
def views(paths: tuple[str, ...], output_format: str, **options: Any) -> int:
    """Says of each view whether async helps it, and why (by default in the working directory)."""
    from django_async_lint.surveying import survey

    found = survey(list(paths) or ["."], _settings(options))
    _put(_rendered_views(found, output_format, options), options["output_file"])
    if not options["quiet"]:
        for note in found.notes:
            _tell(f"dal: {note}")
    _complain(*found.errors)
    return FAILURE if found.errors else CLEAN


def _rendered_views(found: "Survey", output_format: str, options: dict[str, Any]) -> str:
    """The views in one of the formats, each imported only when it is asked for."""
    match output_format:
        case "json":
            from django_async_lint.output import views_json

            return views_json.render(found)
        case "markdown":
            from django_async_lint.output import views_markdown

            return views_markdown.render(found)
        case "html":
            from django_async_lint.output import views_html

            return views_html.render(found)
    from django_async_lint.output import views_text

    return views_text.render(found, _wants_color(options["color"], options["output_file"]))


@dal.command()
@click.argument("code", required=False)
def rule(code: str | None) -> int:
    """Prints the page of a rule, by code or name, or lists those of a family such as DAL2, or all."""
    from django_async_lint.rules.registry import all_rules

    rules = all_rules()
    wanted = code or "DAL"
    for each in rules:
        if wanted.upper() == each.code or wanted.lower() == each.name:
            head, _, body = each.page.partition("\n")
            _write(f"# {each.code} {each.name}: {head}\n{body.rstrip()}\n\n{each.url}\n")
            return CLEAN
    family = [each for each in rules if each.code.startswith(wanted.upper())]
    if family:
        width = max(len(each.name) for each in family)
        rows = (f"{each.code}  {each.name:{width}}  {each.severity:7}  {each.title}\n" for each in family)
        _write("".join(rows))
        return CLEAN
    known = [name for each in rules for name in (each.code, each.name)]
    from difflib import get_close_matches

    nearest = get_close_matches(wanted.upper(), known, n=1) or get_close_matches(wanted.lower(), known, n=1)
    advice = f"did you mean {nearest[0]}?" if nearest else "`dal rule` lists them all"
    raise click.UsageError(f"there is no rule {code!r}; {advice}")


def _settings(options: dict[str, Any]) -> Settings:
    """Where the settings come from, every option and `--config` checked. Raises ConfigError."""
    overrides: dict[str, object] = {}
    file = None
    for item in options["configs"]:
        if "=" in item and not os.path.exists(item):
            overrides.update(read_override(item))
        else:
            file = Path(item)
    names = (
        "select", "ignore", "extend_select", "extend_ignore", "exclude", "extend_exclude",
        "scope", "min_confidence", "fail_on", "target_django", "output_format",
    )  # fmt: skip
    given = {name.replace("_", "-"): options[name] for name in names if options.get(name) is not None}
    if options.get("per_file_ignores") is not None:
        given["per-file-ignores"] = _codes_by_pattern(options["per_file_ignores"])
    overrides.update(read_table(given, "command line"))
    return Settings(overrides, file, options["isolated"])


def _codes_by_pattern(items: Iterable[str]) -> dict[str, list[str]]:
    """`PATTERN:CODE` items as a table; an item without a pattern belongs to the one before."""
    table: dict[str, list[str]] = {}
    pattern = ""
    for item in items:
        before, colon, code = item.rpartition(":")
        pattern = before if colon else pattern
        if not pattern:
            raise click.UsageError(f"--per-file-ignores takes PATTERN:CODE, not {item!r}")
        table.setdefault(pattern, []).append(code)
    return table


def _show_settings(names: list[str], settings: Settings) -> int:
    from django_async_lint.check import root_of

    for root in sorted({root_of(name) for name in names}):
        file = settings.file_for(root)
        _write(f"# project root {plain(str(root))}\n")
        _write(f"# settings from {plain(str(file))}\n" if file else "# no settings file\n")
        _write("".join(f"{plain(line)}\n" for line in describe(settings.of(root))))
    return CLEAN


def _print_report(report: Report, output_format: str, options: dict[str, Any]) -> None:
    _put(_rendered(report, output_format, options), options["output_file"])
    if not options["quiet"]:
        for note in report.notes:
            _tell(f"dal: {note}")
    _complain(*report.errors)


def _put(rendered: str, file: str | None) -> None:
    """Writes an output to its file, or to standard output."""
    if not file:
        _write(rendered)
        return
    try:
        Path(file).write_text(rendered, "utf-8", "backslashreplace", newline="\n")
    except OSError as error:
        raise click.UsageError(f"--output-file {file}: {error.strerror or error}") from None


def _rendered(report: Report, output_format: str, options: dict[str, Any]) -> str:
    """The report in one of the formats, each imported only when it is asked for."""
    match output_format:
        case "json":
            from django_async_lint.output import json

            return json.render(report)
        case "sarif":
            from django_async_lint.output import sarif

            return sarif.render(from_repository(report))
        case "github":
            from django_async_lint.output import github

            return github.render(from_repository(report))
    from django_async_lint.output import text

    color = _wants_color(options["color"], options["output_file"])
    if output_format == "concise":
        return text.concise(report, color)
    return text.full(report, color, with_summary=not options["quiet"])


def _wants_color(choice: str, output_file: str | None) -> bool:
    """NO_COLOR and FORCE_COLOR decide when nothing was chosen, then whether a terminal reads along."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or output_file:
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def _print_statistics(report: Report, seconds: float) -> None:
    counts = Counter((finding.diagnostic.code, finding.diagnostic.rule) for finding in report.findings)
    for (code, name), count in sorted(counts.items()):
        _tell(f"{count:6} {code} {name}")
    summary, calls = report.summary, report.summary.calls
    _tell(f"{summary.files:6} files, {summary.files_parsed} parsed, in {seconds:.2f} s")
    _tell(
        f"{summary.files_skipped:6} files with nothing asynchronous,"
        f" {summary.files_unparsed} of them not searched for syntax errors"
    )
    _tell(
        f"{summary.functions_on_loop:6} functions on the event loop, {summary.functions_evaluated} evaluated"
        f" {summary.evaluations} times, {summary.evaluations_cut} cut"
    )
    _tell(f"{calls.resolved:6} calls resolved, {calls.unresolved} unresolved, {calls.third_party} third-party")
    if calls.unknown_names:
        _tell("The commonest unresolved calls:")
    for name, count in calls.unknown_names:
        _tell(f"       {plain(name)} {count}")


def _exit_code(report: Report, fail_on: str, exit_zero: bool) -> int:
    severities = {finding.diagnostic.severity for finding in report.findings}
    if report.errors or any(finding.diagnostic.code == "DAL003" for finding in report.findings):
        return FAILURE
    failing = any(SEVERITIES.index(severity) >= SEVERITIES.index(fail_on) for severity in severities)
    return FINDINGS if failing and not exit_zero else CLEAN


def _standard_input() -> bytes:
    try:
        if sys.stdin is None:
            raise click.ClickException("cannot read standard input: it is closed")
        return sys.stdin.buffer.read()
    except OSError as error:
        raise click.ClickException(f"cannot read standard input: {error.strerror or error}") from None


def _write(output: str) -> None:
    """Writes to standard output, characters that it cannot encode as escapes; a closed pipe is no fault."""
    if sys.stdout is None:
        raise click.ClickException("cannot write the output: standard output is closed")
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(output.encode(encoding, "backslashreplace"))
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is buffered is flushed at exit
        if not isinstance(error, BrokenPipeError):
            raise click.ClickException(f"cannot write the output: {error.strerror or error}") from None


def _tell(line: str) -> None:
    with suppress(OSError):
        click.echo(line, err=True)


def _complain(*errors: str) -> None:
    for error in errors:
        _tell(f"dal: error: {plain(' '.join(error.split()))}")
