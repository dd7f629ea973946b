from datetime import date

from sendctl import Counting, WorkingCalendar

calendar = WorkingCalendar()
print(calendar.add(date(2022, 5, 19), 70).date)
print(calendar.add(date(2022, 6, 30), 5, Counting.CLEAR, before=True).date)
print(calendar.why_not(date(2022, 9, 19)))
