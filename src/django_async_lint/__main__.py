"""`python -m django_async_lint`, the same program as `dal`."""

from django_async_lint.cli import main

if __name__ == "__main__":
    main()
