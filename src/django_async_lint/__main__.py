"""`python -m django_async_lint`, the same program as `dal`."""

import gc
import os


def main() -> None:
    """Runs the command line; an interrupt while it is still being imported ends the process like any other."""
    gc.disable()  # before anything is imported
    try:
        from django_async_lint.cli import main as run
    except KeyboardInterrupt:
        os._exit(130)
    run()


if __name__ == "__main__":
    main()
