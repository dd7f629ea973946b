"""Documents about a plan: one view model each, and the templates that print it.

A view holds plain, display-ready data and no part of the plan itself, so that a template can reach
nothing else. `documents` lists them; `produce` is the way from any view to a document.
"""

from sendctl.report.problem import TemplateProblem
from sendctl.report.publication import Refused
from sendctl.report.request import Request, WrongRequest
from sendctl.report.statement import Statement, statement, statement_document

__all__ = [
    "Refused",
    "Request",
    "Statement",
    "TemplateProblem",
    "WrongRequest",
    "statement",
    "statement_document",
]
