"""Editors as they call us: flake8 with the exact commands of their integrations, and Neovim and Vim for real."""

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tests.projects import write_project

VIEWS = """\
import time
from shop.services import load


async def index(request):
    time.sleep(2)
    return load()
"""
FILES = {
    "shop/__init__.py": "",
    "shop/views.py": VIEWS,
    "shop/services.py": "import time\n\n\ndef load():\n    time.sleep(1)\n",
    "setup.cfg": "[flake8]\nselect = DAL\n",
}
VS_CODE = "--format=%(row)d,%(col)d,%(code).1s,%(code)s:%(text)s"
NVIM_LINT = "--format=%(path)s:%(row)d:%(col)d:%(code)s:%(text)s"
CHANGED = VIEWS.replace("    time.sleep(2)\n", "    x = 1\n")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write_project(tmp_path / "shop", FILES)


def flake8(folder: Path, *arguments: object, text: str | None = None) -> list[str]:
    """The lines that flake8 prints; nothing may stand on standard error."""
    command = [sys.executable, "-m", "flake8", *map(str, arguments)]
    run = subprocess.run(command, cwd=folder, input=text, capture_output=True, text=True, timeout=120)
    assert run.returncode in (0, 1) and run.stderr == ""
    return run.stdout.splitlines()


def test_vs_code(shop: Path) -> None:
    found = flake8(shop, VS_CODE, shop / "shop/views.py")
    rows = [re.fullmatch(r"(\d+),(\d+),(\w),(\w+\d+):(.*)", line) for line in found]
    assert [row and row.group(1, 2, 3, 4) for row in rows] == [("6", "5", "D", "DAL101"), ("7", "12", "D", "DAL101")]
    assert found[1].endswith("`time.sleep` blocks the event loop via load() [shop/services.py:5]")


def test_ale(shop: Path) -> None:
    """ALE asks for the version first, then gives what is on the screen."""
    version = " ".join(flake8(shop, "--version"))
    assert re.match(r"\d+\.\d+", version) and "django-async-lint: " in version
    found = flake8(shop, "--format=default", "--stdin-display-name", shop / "shop/views.py", "-", text=CHANGED)
    (line,) = found
    assert re.match(rf"{re.escape(str(shop))}/shop/views\.py:7:12: DAL101 ", line)


def test_nvim_lint(shop: Path) -> None:
    found = flake8(shop, NVIM_LINT, "--no-show-source", "shop/views.py")
    rows = [re.fullmatch(r"[^:]+:(\d+):(\d+):(\w+):(.*)", line) for line in found]
    assert [row and row.group(1, 2, 3) for row in rows] == [("6", "5", "DAL101"), ("7", "12", "DAL101")]


@pytest.mark.parametrize("text", [VIEWS, "from .services import load\n\n\nasync def index(request):\n    load(\n", ""])
def test_pylsp(text: str, shop: Path) -> None:
    """pylsp gives flake8 no name: the file is nobody's, what stands in it is checked all the same."""
    found = flake8(shop, "-", text=text)
    expected = [("stdin", "6", "5"), ("stdin", "7", "12")] if text == VIEWS else []
    assert [tuple(line.split(":")[:3]) for line in found if "DAL1" in line] == expected


def needs(*programs: str) -> None:
    """Skips the test, by name, where a program is not installed."""
    if missing := [program for program in programs if which(program) is None]:
        pytest.skip(f"not installed: {', '.join(missing)} (`make test-long` installs Debian's packages as root)")


NEOVIM = """
local file, out = assert(os.getenv("DAL_FILE")), assert(io.open(os.getenv("DAL_OUT"), "w"))
local function fail(what) out:write("FAILED " .. what .. "\\n"); out:close(); vim.cmd("cquit") end
vim.cmd("edit " .. vim.fn.fnameescape(file))
local root = os.getenv("DAL_ROOT")
local command = { os.getenv("DAL_PYTHON"), "-m", "django_async_lint", "server" }
local client = vim.lsp.start_client({ name = "dal", cmd = command, root_dir = root })
vim.lsp.buf_attach_client(0, client)
local function diagnostics() return vim.diagnostic.get(0) end
if not vim.wait(30000, function() return #diagnostics() > 0 end, 50) then fail("no diagnostics") end
for _, each in ipairs(diagnostics()) do
  out:write(("found %d:%d %s\\n"):format(each.lnum + 1, each.col + 1, each.code or each.user_data.lsp.code))
end
local params = { textDocument = vim.lsp.util.make_text_document_params(0), context = { diagnostics = {} },
  range = { start = { line = 5, character = 4 }, ["end"] = { line = 5, character = 4 } } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 30000)
local action = answers and answers[client] and answers[client].result and answers[client].result[1]
if not action then fail("no quick fix") end
out:write("action " .. action.title .. "\\n")
vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
vim.cmd("write")
local before = #diagnostics()
vim.wait(30000, function() return #diagnostics() < before or #diagnostics() == 1 end, 50)
out:write(("left %d\\n"):format(#diagnostics()))
out:close()
vim.cmd("qall!")
"""


@pytest.mark.long
def test_neovim_opens_fixes_and_saves(shop: Path, tmp_path: Path) -> None:
    needs("nvim")
    script, out = tmp_path / "drive.lua", tmp_path / "out.txt"
    script.write_text(NEOVIM, "utf-8")
    views = shop / "shop/views.py"
    told = {"DAL_FILE": views, "DAL_OUT": out, "DAL_ROOT": shop, "DAL_PYTHON": sys.executable, "HOME": tmp_path}
    environment = {**os.environ, **{name: str(value) for name, value in told.items()}}
    command = ["nvim", "--headless", "--clean", "-c", f"luafile {script}"]
    run = subprocess.run(command, env=environment, cwd=shop, capture_output=True, text=True, timeout=180)
    lines = out.read_text("utf-8").splitlines()
    assert lines[:2] == ["found 6:5 DAL101", "found 7:12 DAL101"], run.stderr
    assert lines[2].startswith("action DAL101: ")
    assert lines[3] == "left 1"
    saved = views.read_text("utf-8")
    assert "    await asyncio.sleep(2)\n" in saved and saved.startswith("import asyncio\n")


ALE = """
set nocompatible hidden
let g:ale_linters = {'python': ['flake8']}
let g:ale_python_flake8_executable = $DAL_FLAKE8
let g:ale_python_flake8_change_directory = 'off'
let g:ale_lint_on_text_changed = 'never'
packadd! ale
runtime plugin/ale.vim
filetype plugin indent on
edit $DAL_FILE
call setline(6, '    x = 1')
ALELint
let s:tries = 0
while s:tries < 300 && empty(getloclist(0))
  sleep 100m
  let s:tries += 1
endwhile
call writefile(map(getloclist(0), 'v:val.lnum . ":" . v:val.col . " " . v:val.text'), $DAL_OUT)
qall!
"""


@pytest.mark.long
def test_vim_with_ale_checks_what_is_on_the_screen(shop: Path, tmp_path: Path) -> None:
    needs("vim")
    found = [path.parent.parent for path in Path("/usr/share").glob("vim*/**/autoload/ale.vim")]
    if not found:
        pytest.skip("not installed: vim-ale (`make test-long` installs Debian's packages as root)")
    script, out = tmp_path / "drive.vim", tmp_path / "out.txt"
    script.write_text(ALE.replace("packadd! ale", f"set runtimepath^={found[0]}"), "utf-8")
    told = {"DAL_FILE": shop / "shop/views.py", "DAL_OUT": out, "HOME": tmp_path}
    told["DAL_FLAKE8"] = Path(sys.executable).parent / "flake8"
    environment = {**os.environ, "TERM": "dumb", **{name: str(value) for name, value in told.items()}}
    command = ["vim", "--not-a-term", "-N", "-u", "NONE", "-i", "NONE", "-n", "-S", script]
    run = subprocess.run(command, env=environment, cwd=shop, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    assert out.exists(), run.stderr.decode(errors="replace")
    (line,) = out.read_text("utf-8").splitlines()
    assert line.startswith("7:12 ") and "`time.sleep` blocks the event loop via load()" in line
