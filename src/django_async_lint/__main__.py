"""`python -m django_async_lint`, the same program as `dal`."""

import gc
import os
import sys


def main() -> None:
    """Runs the command line; an interrupt while it is still being imported ends the process like any other."""
    gc.disable()  # before anything is imported
    try:
        from django_async_lint.cli import main as run
    except KeyboardInterrupt:
        os._exit(130)
    run()


def without_working_directory() -> None:
    """Takes out the folder that `python -m` searches first: a checkout may hold a `click.py`. What Python itself has
    imported until here cannot be helped; `dal` and `python -P -m` search no such folder."""
    try:
        if sys.path and not sys.flags.safe_path and sys.path[0] in ("", os.getcwd()):
            del sys.path[0]
    except OSError:
        return  # a working directory that is gone holds no modules


if __name__ == "__main__":
    without_working_directory()
    main()
