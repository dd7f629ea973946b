"""The texts below the fields of models: what each key means, for reference pages and schemas.

They are read from the source when somebody asks; at run time Python does not keep them.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from itertools import pairwise
from types import ModuleType

from pydantic import BaseModel


def field_docs(model: type[BaseModel]) -> dict[str, str]:
    """The texts below a model's fields, by field name; those of the models it builds on first."""
    docs: dict[str, str] = {}
    for parent in reversed(model.__mro__):
        module = inspect.getmodule(parent)
        if issubclass(parent, BaseModel) and parent is not BaseModel and module:
            docs |= _class_docs(module).get(parent.__name__, {})
    return docs


def name_docs(module: ModuleType) -> dict[str, str]:
    """The texts below the names that a module assigns."""
    return _texts(ast.parse(_source(module)).body)


@cache
def _class_docs(module: ModuleType) -> dict[str, dict[str, str]]:
    tree = ast.parse(_source(module))
    return {node.name: _texts(node.body) for node in tree.body if isinstance(node, ast.ClassDef)}


def _source(module: ModuleType) -> str:
    try:
        return inspect.getsource(module)
    except OSError:  # an installation without sources
        return ""


def _texts(body: list[ast.stmt]) -> dict[str, str]:
    docs = {}
    for statement, following in pairwise(body):
        names = [getattr(statement, "target", None), *getattr(statement, "targets", [])]
        value = getattr(getattr(following, "value", None), "value", None)
        for name in names:
            if isinstance(name, ast.Name) and isinstance(value, str):
                docs[name.id] = " ".join(value.split())
    return docs
