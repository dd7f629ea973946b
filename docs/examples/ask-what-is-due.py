from datetime import date

from sendctl import load_plan, timeline_of

plan = load_plan("plans/blackpool").plan
assert plan is not None
timeline = timeline_of(plan, date(2022, 6, 30), {"report_received": date(2022, 5, 19)})
for deadline in timeline.deadlines:
    if deadline.key == "wsoa":
        print(deadline.label, deadline.due, deadline.stated, deadline.grade)
        print(*(f"{day.date} {day.name}" for day in deadline.skipped), sep="\n")
