"""Bank holidays and working-day arithmetic: the calendar that every statutory clock runs on.

A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday of the
nation. `WorkingCalendar` answers how far a number of such days reaches and how many lie between two
dates; `add_months` and its neighbours count by the calendar. Dates from 1978 to 2100 are supported.
"""

from sendctl.workdays.answer import Answer, CountedDay, Skipped
from sendctl.workdays.bank_holidays import LAST_ANNOUNCED_YEAR, Nation
from sendctl.workdays.calendar_months import add_months, add_weeks, add_years
from sendctl.workdays.counting import Counting
from sendctl.workdays.supported import FIRST_YEAR, LAST_YEAR, UnsupportedDate
from sendctl.workdays.working_calendar import WorkingCalendar

__all__ = [
    "FIRST_YEAR",
    "LAST_ANNOUNCED_YEAR",
    "LAST_YEAR",
    "Answer",
    "CountedDay",
    "Counting",
    "Nation",
    "Skipped",
    "UnsupportedDate",
    "WorkingCalendar",
    "add_months",
    "add_weeks",
    "add_years",
]
