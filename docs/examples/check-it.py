from datetime import date

from sendctl import Severity, load_plan, run_checks

loaded = load_plan("plans/blackpool")
for finding in run_checks(loaded, date(2023, 1, 31)):
    if finding.severity is Severity.WARNING and finding.counts:
        print(f"{finding.place.file}:{finding.span.line} {finding.code} {finding.message}")
