"""The Python interface: what other programs may import, and keeps its meaning within a major version.

Names only. Everything else in this package is its own business and may change with any release.
"""

from django_async_lint.check import check
from django_async_lint.config import ConfigError, Settings
from django_async_lint.diagnostic import (
    CallCounts,
    Diagnostic,
    Edit,
    Entry,
    Finding,
    Fix,
    Reach,
    Report,
    Step,
    Summary,
)
from django_async_lint.source import Position
from django_async_lint.survey import Survey, SurveyedView, Work
from django_async_lint.surveying import survey

__all__ = [
    "CallCounts",
    "ConfigError",
    "Diagnostic",
    "Edit",
    "Entry",
    "Finding",
    "Fix",
    "Position",
    "Reach",
    "Report",
    "Settings",
    "Step",
    "Summary",
    "Survey",
    "SurveyedView",
    "Work",
    "check",
    "survey",
]
