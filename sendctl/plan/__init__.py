"""The plan model, one module a noun of the domain, and the way from files to it."""

from sendctl.plan.find import NoPlan, find_plans
from sendctl.plan.load import Loaded, load_plan, load_tree
from sendctl.plan.plan import Plan

__all__ = ["Loaded", "NoPlan", "Plan", "find_plans", "load_plan", "load_tree"]
