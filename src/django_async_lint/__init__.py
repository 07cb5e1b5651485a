"""django-async-lint: finds what blocks the event loop in async Django code, without importing it."""

__version__ = "0.1.0"
