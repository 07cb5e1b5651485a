"""The server: which requests it answers, and when documents are checked.

A change waits a moment for the next one, then the open documents of its project are checked in the one worker thread;
what a newer change has overtaken is thrown away. The loop itself only keeps books, so the server answers meanwhile.
"""

import asyncio
import gc
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from django_async_lint import __version__
from django_async_lint.config import ConfigError, Settings, read_table
from django_async_lint.diagnostic import Finding
from django_async_lint.language_server import desk, translation
from django_async_lint.language_server.desk import Checked, Document
from django_async_lint.project.layout import root_of

PAUSE = 0.2
"""Seconds without a further change after which a document is checked."""
WATCHED = ("**/*.py", "**/pyproject.toml", "**/*.html", "**/.gitignore")
KINDS = [types.CodeActionKind.QuickFix, translation.FIX_ALL]

T = TypeVar("T")


class Server(LanguageServer):
    """What is open, what was found in it, and what is under way."""

    def __init__(self) -> None:
        super().__init__("dal", __version__)
        self.settings = Settings()
        self.documents: dict[str, Document] = {}
        self.checked: dict[str, Checked] = {}
        self.lenses: dict[str, tuple[Document, list[types.CodeLens]]] = {}
        self.under_way: dict[Path, asyncio.Task[None]] = {}
        self.complaint = ""
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="dal")

    @property
    def encoding(self) -> str:
        """The units in which the client counts columns."""
        return str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))

    @property
    def takes_versions(self) -> bool:
        """Whether edits may be bound to the version of a document."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace is not None else None
        return bool(edit is not None and edit.document_changes)

    def keep(self, uri: str, version: int | None) -> None:
        """Takes up the text that a client shows, and has it checked."""
        text = self.workspace.get_text_document(uri).source
        self.documents[uri] = Document(uri, self.path_of(uri), text, version)
        self.check_soon(root_of(self.documents[uri].path))

    def path_of(self, uri: str) -> str:
        """The absolute path that a document has, or would have if it were saved."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        if path is not None:
            return os.path.abspath(path)
        name = "".join(each if each.isalnum() else "_" for each in uri.partition(":")[2]) or "untitled"
        return os.path.join(self.workspace.root_path or os.getcwd(), f"{name.strip('_')}.py")

    def in_worker(self, work: Callable[[], T]) -> "asyncio.Future[T]":
        """The outcome of work that must not hold up the loop."""
        return asyncio.get_running_loop().run_in_executor(self._worker, work)

    def check_soon(self, root: Path, pause: float = PAUSE) -> None:
        """Checks what is open of a project after a pause, in place of what was under way for it."""
        if (before := self.under_way.get(root)) is not None:
            before.cancel()
        self.under_way[root] = asyncio.get_running_loop().create_task(self._check(root, pause))

    def check_all_soon(self) -> None:
        """Checks everything that is open."""
        self.lenses.clear()
        for root in {root_of(document.path) for document in self.documents.values()}:
            self.check_soon(root)

    async def settled(self, uri: str) -> Checked | None:
        """What was found in a document as it is now, once that is known."""
        document = self.documents.get(uri)
        if document is None:
            return None
        while (task := self.under_way.get(root_of(document.path))) is not None and not task.done():
            await asyncio.wait([task])
        found = self.checked.get(uri)
        return found if found is not None and found.document is self.documents.get(uri) else None

    async def _check(self, root: Path, pause: float) -> None:
        await asyncio.sleep(pause)
        opened = list(self.documents.values())
        work = partial(_found, root, opened, self.settings)
        try:
            found = await self.in_worker(work)
        except ConfigError as error:
            self.complain(str(error))
            found = [Checked(each) for each in opened if root_of(each.path) == root]
        except Exception as error:
            self.complain(f"internal error, please report it: {type(error).__name__}: {error}")
            return
        else:
            self.complaint = ""
        for each in found:
            if self.documents.get(each.document.uri) is each.document:
                self.checked[each.document.uri] = each
                self.publish(each)

    def publish(self, checked: Checked) -> None:
        """Shows what was found in a document."""
        shown = [translation.diagnostic(checked, finding, self.encoding) for finding in checked.findings]
        document = checked.document
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, shown, document.version))

    def complain(self, message: str) -> None:
        """Tells the user what is wrong, once."""
        if message != self.complaint:
            self.complaint = message
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"dal: {message}"))


def _found(root: Path, opened: list[Document], settings: Settings) -> list[Checked]:
    """What is found in the open documents of a project; nothing in those that it leaves out."""
    own = [each for each in opened if root_of(each.path) == root]
    taken = [each for each in own if not desk.is_left_out(each, settings)]
    found = desk.findings_in(taken, opened, settings) if taken else []
    return [*found, *(Checked(each) for each in own if each not in taken)]


def serve() -> None:
    """Speaks over standard input and output until the client says that it is enough."""
    gc.enable()  # the command line runs without; a server lives long
    make_server().start_io()


def make_server() -> Server:
    """A server with all that it answers."""
    server = Server()
    for feature, answer in FEATURES.items():
        server.feature(feature, OPTIONS.get(feature))(answer)
    return server


def _initialize(server: Server, params: types.InitializeParams) -> None:
    options = params.initialization_options
    table = options.get("settings", options) if isinstance(options, dict) else {}
    try:
        server.settings = Settings(read_table(table if isinstance(table, dict) else {}, "initializationOptions"))
    except ConfigError as error:
        server.complain(str(error))


async def _initialized(server: Server, params: types.InitializedParams) -> None:
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(each) for each in WATCHED])
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    registration = types.Registration(id="dal-files", method=method, register_options=options)
    await server.client_register_capability_async(types.RegistrationParams([registration]))


async def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.keep(params.text_document.uri, params.text_document.version)


async def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    server.keep(params.text_document.uri, params.text_document.version)


async def _saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    server.check_all_soon()


async def _files_changed(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    server.check_all_soon()


async def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    document = server.documents.pop(uri, None)
    server.checked.pop(uri, None)
    server.lenses.pop(uri, None)
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
    if document is not None:
        server.check_soon(root_of(document.path))


async def _code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    checked = await server.settled(params.text_document.uri)
    if checked is None:
        return []
    only = params.context.only
    actions: list[types.CodeAction] = []
    if _is_asked(only, types.CodeActionKind.QuickFix.value):
        actions += await _quick_fixes(server, checked, params.range)
    if only and _is_asked(only, translation.FIX_ALL):
        work = partial(desk.all_fixed, checked.document, list(server.documents.values()), server.settings)
        if edits := await server.in_worker(work):
            edit = translation.workspace_edit(checked.document, edits, server.encoding, server.takes_versions)
            actions.append(types.CodeAction("Make all safe fixes of dal", kind=translation.FIX_ALL, edit=edit))
    return actions


def _is_asked(only: Any, kind: str) -> bool:
    """Whether actions of a kind are asked for, by its name or that of a kind above it."""
    names = [str(getattr(each, "value", each)) for each in only or ()]
    return not names or any(kind == name or kind.startswith(f"{name}.") for name in names)


async def _quick_fixes(server: Server, checked: Checked, asked: types.Range) -> list[types.CodeAction]:
    touched = [each for each in _at(server, checked, asked) if each.diagnostic.fix is not None]
    if not touched:
        return []
    fixable = await server.in_worker(partial(desk.with_fixes, checked, touched))
    return [translation.quick_fix(checked, each, server.encoding, server.takes_versions) for each in fixable]


def _at(server: Server, checked: Checked, asked: types.Range) -> list[Finding]:
    """The findings in a stretch of a document."""
    source = checked.document.source
    start, end = (translation.place_of(source, each, server.encoding) for each in (asked.start, asked.end))
    return [each for each in checked.findings if translation.touches(each.diagnostic, start, end)]


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    checked = await server.settled(params.text_document.uri)
    if checked is None:
        return None
    found = _at(server, checked, types.Range(params.position, params.position))
    return translation.hover(checked, found, server.encoding) if found else None


async def _code_lens(server: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    document = server.documents.get(params.text_document.uri)
    if document is None:
        return []
    known = server.lenses.get(document.uri)
    if known is not None and known[0] is document:
        return known[1]
    work = partial(desk.views_in, document, list(server.documents.values()), server.settings)
    try:
        lenses = [translation.lens(view) for view in await server.in_worker(work)]
    except ConfigError:
        return []
    server.lenses[document.uri] = (document, lenses)
    return lenses


FEATURES: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
    types.TEXT_DOCUMENT_CODE_ACTION: _code_actions,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_CODE_LENS: _code_lens,
}
OPTIONS: dict[str, Any] = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(code_action_kinds=KINDS),
    types.TEXT_DOCUMENT_CODE_LENS: types.CodeLensOptions(resolve_provider=False),
}
