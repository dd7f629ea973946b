"""The Jinja environment that templates run in.

A council's own templates are data from a repository, so they run in a sandbox: no access to the
insides of objects, no file but templates, no filter that lifts the escaping, a limit to loops.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, SupportsIndex

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from sendctl.findings import did_you_mean
from sendctl.report import budget
from sendctl.report.compiled import CompiledTemplates
from sendctl.report.nouns import lower_first, upper_first
from sendctl.report.problem import SHIPPED, explained
from sendctl.report.prose import inline, numbered, prose, web_address
from sendctl.report.templates import PlanLoader, template_roots
from sendctl.report.wording import counted, joined, period_words, term_words, when_words

_FILTERS: Final = frozenset(
    {"abs", "capitalize", "default", "d", "dictsort", "escape", "e", "first", "groupby"}
    | {"int", "items", "join", "last", "length", "count", "list", "lower", "map", "max", "min"}
    | {"reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr"}
    | {"sort", "string", "sum", "title", "trim", "unique", "upper"}
)
"""Jinja's filters that a template may use; `safe` is not among them."""

_OWN_FILTERS: Final = {
    "address": web_address,
    "count": counted,
    "day": when_words,
    "inline": inline,
    "joined": joined,
    "lower_first": lower_first,
    "numbered": numbered,
    "period": period_words,
    "prose": prose,
    "term": term_words,
    "upper_first": upper_first,
    "when": when_words,
}
_GLOBALS: Final = frozenset({"cycler", "dict", "joiner", "namespace"})
_LONGEST_OUTPUT: Final = 50_000_000


def render(name: str, context: dict[str, Any], plan_folder: Path | None = None) -> str:
    """What a template makes of its context.

    Args:
        name: its path below `templates/`, such as "wsoa/wsoa.html.j2".
        context: the names it can use, with plain data only.
        plan_folder: the plan whose own templates come before the shipped ones.

    Raises:
        TemplateProblem: it, or one that it includes, cannot be used.
    """
    return next(render_each([(name, context)], plan_folder))


def render_each(
    wanted: Iterable[tuple[str, dict[str, Any]]], plan_folder: Path | None = None
) -> Iterator[str]:
    """What several templates make of their contexts; each template is read only once.

    Raises:
        TemplateProblem: one of them, or one that it includes, cannot be used.
    """
    environment = SafeEnvironment(plan_folder)
    for name, context in wanted:
        try:
            template = environment.get_template(name)
            made = "".join(measured(template.generate(context)))
        except Exception as error:
            # A template can fail in any way; none of them is to end in a traceback.
            raise explained(error, SHIPPED + name) from error
        yield made


def measured(parts: Iterator[str]) -> Iterator[str]:
    """The same parts, until they are more than any document can be."""
    length = 0
    for part in parts:
        length += len(part)
        if length > _LONGEST_OUTPUT:
            raise SecurityError("A template may make 50 MB, no more.")
        yield part


class SafeEnvironment(ImmutableSandboxedEnvironment):
    """Runs one document's templates; made anew for each, for it counts the steps of loops."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, plan_folder: Path | None = None) -> None:
        self._budget = budget.Budget()
        super().__init__(
            loader=PlanLoader(template_roots(plan_folder)),
            autoescape=True,
            undefined=_Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=self._printed,
            optimized=False,  # what our filters make of a constant is not to be kept
            bytecode_cache=CompiledTemplates(Path(__file__), Path(budget.__file__)),
        )
        self.filters = {key: self.filters[key] for key in _FILTERS} | _OWN_FILTERS
        self.filters |= {
            "_counted": self._budget.counted, "_together": self._budget.together,
            "replace": self._budget.replace,
        }  # fmt: skip
        self.globals = {key: self.globals[key] for key in _GLOBALS} | {"range": self._range}

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        """The template as Python, with the counting of its loops in it."""
        return super()._generate(budget.CountedTree().visit(source), *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic, but no texts or numbers made huge by it."""
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "+" and not numbers:
            self._budget.plus(left, right)
        elif operator == "**" or not numbers:
            raise SecurityError(f"A template may not use “{operator}” here.")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of something; those of views are all safe, which saves looking twice."""
        if attribute in _field_names(obj):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Texts show none of their methods: filters do what is needed."""
        return not isinstance(obj, str) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Nothing is wrapped: `format` is one of the methods that texts do not show."""
        del value

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What stands for something that the sandbox does not show."""
        hint = f"A template may not look at “{attribute}”."
        return self.undefined(hint, obj=obj, name=attribute, exc=SecurityError)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A macro or function; those that call themselves over and over run out of steps."""
        self._budget.steps(1)
        return super().call(context, obj, *args, **kwargs)

    def _range(self, *limits: SupportsIndex) -> range:
        steps = range(*limits)
        self._budget.steps(len(steps))
        return steps

    def _printed(self, value: Any) -> Any:
        """A value as it is printed; nothing for none."""
        if isinstance(value, str):
            self._budget.letters(len(value))
        return "" if value is None else value


class _Missing(StrictUndefined):
    """A name that there is not: using it is an error that offers the nearest one there is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if owner is missing:
            return f"“{name}” is not known here."
        nearest = did_you_mean(str(name), _field_names(owner))
        return f"There is no “{name}” here. {nearest}".rstrip()


def _field_names(owner: Any) -> Collection[str]:
    """The fields of a view; none of other objects."""
    return getattr(type(owner), "_fields", ())
