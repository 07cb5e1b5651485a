"""The recipe of `dal doctor`: a folder and settings in, what was found and what mutes the linter out.

Tells and changes nothing; no tool is run and nothing of the project is imported.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from django_async_lint.check import garbage_collector_off
from django_async_lint.config import TABLE, Config, Settings
from django_async_lint.inference import settings as site
from django_async_lint.inference import site_settings
from django_async_lint.inference.analyse import Analyser, with_deep_stack
from django_async_lint.inference.evaluate import Evaluator
from django_async_lint.project.discovery import TESTS, discover, is_named_by
from django_async_lint.project.layout import root_of
from django_async_lint.project.project import Project
from django_async_lint.project.target_release import NEWEST_LTS, stated_release
from django_async_lint.rules.registry import all_rules
from django_async_lint.selection import is_on
from django_async_lint.settings_below import of_run
from django_async_lint.source import SourceError
from django_async_lint.surroundings import editors, flake8, pre_commit, ruff, texts
from django_async_lint.surroundings.texts import CannotEdit, up_to_top
from django_async_lint.views import listing

Level = Literal["ok", "note", "warning"]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was looked at. `advice` is what to do; `mutes` where it keeps findings from being seen."""

    level: Level
    topic: str
    text: str
    advice: str = ""
    mutes: bool = False


def examine(folder: str | Path, settings: Settings | None = None) -> list[Told]:
    """What is found of the project in a folder, and what its other tools do to this linter. Raises ConfigError."""
    settings = settings or Settings()
    root = root_of(folder)
    with garbage_collector_off():
        told = with_deep_stack(partial(_of_project, root, settings))
    return [*told, *_of_flake8(root), *_of_ruff(root), *_of_editor(root), *_of_pre_commit(root)]


def _of_project(root: Path, settings: Settings) -> list[Told]:
    config = settings.of(root)
    file = settings.file_for(root)
    project = Project(root, config)
    evaluator = Analyser(project).evaluator
    told = [
        Told("ok", "project root", str(root)),
        Told("ok", "settings", str(file)) if file else Told("ok", "settings", "none, the defaults hold"),
        *(Told("warning", "settings", remark) for remark in project.remarks),
        _of_rules(config),
        *_of_site(evaluator, config),
        _of_release(root, config),
        Told("ok", "imports start from", ", ".join(_import_roots(project))),
    ]
    return [*told, *_entry_points(evaluator, settings)]


def detected(root: Path, config: Config) -> list[str]:
    """What a run takes for the settings that are not given: the settings modules, the release, where imports start."""
    return with_deep_stack(lambda: _detected(root, config))


def _detected(root: Path, config: Config) -> list[str]:
    evaluator = Analyser(Project(root, config)).evaluator
    told = [*([] if config.settings_module else _of_site(evaluator, config))]
    told += [] if config.target_django else [_of_release(root, config)]
    told += [] if config.src else [Told("ok", "imports start from", ", ".join(_import_roots(evaluator.project)))]
    return [f"{each.topic}: {each.text}" for each in told]


def _of_rules(config: Config) -> Told:
    codes = [rule.code for rule in all_rules()]
    off = [code for code in codes if not is_on(code, config)]
    if all(code in off for code in codes if not code.startswith("DAL00")):
        return Told("warning", "rules", "none is on", f"see `select` and `ignore` in [tool.{TABLE}]", mutes=True)
    text = f"{len(codes) - len(off)} of {len(codes)} are on"
    return Told("ok", "rules", f"{text}, off: {_few(off)}" if off else text)


def _of_site(evaluator: Evaluator, config: Config) -> Iterator[Told]:
    """The settings module of each site, and what names it."""
    project = evaluator.project
    for folder in project.layout.sites or (project.layout.root,):
        topic = "settings module"
        where = f" in {project.relative(folder)}/" if folder != project.layout.root else ""
        if config.settings_module:
            yield Told("ok", topic, f"{config.settings_module}, by `settings-module`{where}")
            continue
        named, by = site.named_by_site(evaluator, folder)
        seen = None if named else site.told_by_middleware(evaluator, folder)
        if seen is not None:
            yield Told("ok", topic, f"{seen.path}, the one file that sets MIDDLEWARE")
        elif not named:
            advice = "name it with `settings-module`: middleware, caches and the root of the routes are read there"
            yield Told("warning", topic, f"none is named{where}", advice)
        elif project.layout.find(named, folder) is None:
            text = f"{named}, named by {project.relative(by)}, is no module of this project"
            yield Told("warning", topic, text, "name another with `settings-module`")
        else:
            yield Told("ok", topic, f"{named}, named by {project.relative(by)}")
            if other := site.beside(evaluator, named, folder):
                advice = "name it with `settings-module`: what production does is what matters"
                yield Told("note", topic, f"{other} stands beside it{where}", advice)


def _of_release(root: Path, config: Config) -> Told:
    stated, by = stated_release(root)
    if config.target_django:
        text = f"{config.target_django}, by `target-django`"
        if stated and not f"{config.target_django}.".startswith(f"{stated}."):
            return Told("warning", "Django", text, f"{by} says {stated}: correct one, or leave `target-django` out")
        return Told("ok", "Django", text)
    if stated:
        return Told("ok", "Django", f"{stated}, by {by}")
    text = f"{NEWEST_LTS}, the newest LTS: no requirement or lock file says more"
    return Told("note", "Django", text, "say which with `target-django`")


def _import_roots(project: Project) -> list[str]:
    layout = project.layout
    folders = [*layout.sites, *layout.shared] or [layout.root]
    return [project.relative(each) if each != layout.root else "." for each in folders]


def _entry_points(evaluator: Evaluator, settings: Settings) -> Iterator[Told]:
    """How much of what runs on the event loop is known."""
    root = evaluator.project.root
    targets = list(discover([root], of_run([root], settings).of))
    files = {target.relative for target in targets if target.root == root}
    if below := sorted({os.path.relpath(target.root, root) for target in targets if target.root != root}):
        text = f"{', '.join(each.replace(os.sep, '/') for each in below)}, checked by settings of their own"
        yield Told("note", "other projects below", text, "run `dal doctor` there")
    if not files and below:
        return
    if not files:
        yield Told("warning", "files", "no Python file is found", "see `exclude`, and .gitignore files", mutes=True)
        return
    yield Told("ok", "files", str(len(files)))
    views = listing.views(evaluator, {path for path in files if not is_named_by(path, TESTS)})
    consumers = {view.cls for view in views if view.kind == "consumer"}
    others = [view for view in views if view.kind != "consumer"]
    count = sum(view.is_async for view in others)
    routed = sum(bool(view.route) for view in others)
    yield Told("ok", "views", f"{len(others)}: {count} asynchronous, {routed} with a known route")
    yield Told("ok", "consumers", str(len(consumers)))
    middleware = _middleware(evaluator)
    if middleware is None:
        yield Told("note", "middleware", "not known: no settings module sets MIDDLEWARE")
        return
    unknown, sync_only = middleware[1:]
    text = f"{middleware[0]}: {sync_only} only synchronous" + (f", {unknown} not known" if unknown else "")
    yield Told("ok", "middleware", text)


def _middleware(evaluator: Evaluator) -> tuple[int, int, int] | None:
    """How many middlewares the sites list, how many of them are not known, and how many run only synchronously."""
    entries: dict[object, None] = {}
    for folder in evaluator.project.layout.sites or (evaluator.project.layout.root,):
        manage = os.path.join(folder, "manage.py")
        named = evaluator.project.config.settings_module or site.named_by_site(evaluator, folder)[0]
        found = evaluator.project.layout.find(named, folder) if named else None
        for path in (found.path if found is not None else "", manage):
            try:
                near = evaluator.project.module_at(path) if path else None
            except SourceError:
                continue
            if near is not None:
                entries.update(dict.fromkeys(site_settings.middleware_entries(evaluator, near)))
                break
    if not entries:
        return None
    listed = [each for each in entries if isinstance(each, site_settings.Entry)]
    known = [each.middleware for each in listed if each.middleware is not None]
    return len(listed), len(listed) - len(known), sum(each.is_sync_only for each in known)


def _of_flake8(root: Path) -> Iterator[Told]:
    topic = "flake8"
    version = flake8.installed_version()
    if version and flake8.is_seen():
        yield Told("ok", topic, f"{version} sees the plugin")
    elif version:
        advice = f"install {flake8.DISTRIBUTION} once more in this environment"
        yield Told("warning", topic, f"{version} does not see the plugin", advice, mutes=True)
    other = flake8.other_flake8()
    if other is not None:
        text = f"{other} belongs to another environment, without the plugin"
        yield Told("note", topic, text, f"where flake8 is to report findings, install {flake8.DISTRIBUTION} there")
    found = flake8.settings_of(root)
    if found is None:
        return
    muted: dict[str, list[str]] = {}
    for code in (rule.code for rule in all_rules()):
        if found.mutes(code):
            muted.setdefault(found.clash(code), []).append(code)
    for clash, codes in muted.items():
        what = "all of DAL" if len(codes) == len(all_rules()) else _few(codes)
        is_own = any(clash.endswith(f"= {code}`") for code in codes)
        if is_own:
            yield Told("ok", topic, f"{clash} in {found.file} leaves {what} out")
            continue
        advice = "add `extend-select = DAL`" if "select" not in clash else "add DAL to it"
        yield Told("warning", topic, f"{clash} in {found.file} mutes {what}", advice, mutes=True)
    if not muted:
        yield Told("ok", topic, f"{found.file} mutes none of our codes")


def _of_ruff(root: Path) -> Iterator[Told]:
    try:
        found = ruff.settings_of(up_to_top(root))
    except CannotEdit as error:
        yield Told("note", "ruff", str(error))
        return
    if found is None:
        return
    if found.knows_us:
        yield Told("ok", "ruff", f"{found.file} names our codes as external")
    elif found.removes_comments:
        text = f"RUF100 or RUF102 is on in {found.file}: `ruff check --fix` removes `# noqa: DAL…`"
        yield Told("warning", "ruff", text, 'add `external = ["DAL"]` to its lint settings; `dal init` does')
    else:
        text = f"{found.file} does not name our codes as external"
        yield Told("note", "ruff", text, 'add `external = ["DAL"]` to its lint settings; `dal init` does')


def _of_editor(root: Path) -> Iterator[Told]:
    topic = "VS Code"
    for folder in up_to_top(root):
        try:
            found = editors.settings_of(folder)
        except CannotEdit as error:
            yield Told("note", topic, f"{folder / editors.FILE}: {error}")
            return
        if found is not None:
            break
    else:
        return
    if not found.is_from_environment:
        text = f"{found.file}: the flake8 extension runs a flake8 of its own, which has no plugins"
        yield Told("warning", topic, text, 'set `"flake8.importStrategy": "fromEnvironment"`', mutes=True)
    else:
        yield Told("ok", topic, f"{found.file}: flake8 comes from the environment")
    given = flake8.of_arguments(found.file, found.arguments)
    if muted := [rule.code for rule in all_rules() if given.mutes(rule.code)]:
        text = f"{found.file}: `flake8.args` mute {_few(muted)} by {given.clash(muted[0])}"
        yield Told("warning", topic, text, "add `--extend-select=DAL`", mutes=True)
    if not found.severity:
        text = f"{found.file}: every code of ours is shown as an error"
        yield Told("note", topic, text, 'set `"flake8.severity": {"DAL": "Warning"}`')


def _of_pre_commit(root: Path) -> Iterator[Told]:
    topic = "pre-commit"
    for folder in up_to_top(root):
        file = folder / pre_commit.FILE
        try:
            text = texts.read(file)
        except CannotEdit as error:
            yield Told("note", topic, str(error))
            return
        if text is not None:
            found = pre_commit.hooks(text)
            if found:
                yield Told("ok", topic, f"{file} runs {', '.join(dict.fromkeys(found))}")
            else:
                yield Told("note", topic, f"{file} has no hook of ours", "`dal init` adds one")
            return


def _few(codes: list[str]) -> str:
    """Codes, of more than five the first and how many."""
    return ", ".join(codes) if len(codes) <= 5 else f"{', '.join(codes[:4])} and {len(codes) - 4} more"
