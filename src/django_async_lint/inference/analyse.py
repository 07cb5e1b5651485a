"""The recipe of inference: a file in, its functions with their effects out. (Interface; the evaluator follows.)"""

from dataclasses import dataclass

from django_async_lint.diagnostic import CallCounts, Diagnostic
from django_async_lint.inference.analysis import AnalysedFunction


@dataclass(frozen=True, slots=True)
class FileAnalysis:
    """What one file gave: its functions, and DAL001/DAL003 where it could not be read or analysed."""

    functions: tuple[AnalysedFunction, ...]
    problems: tuple[Diagnostic, ...]
    calls: CallCounts


