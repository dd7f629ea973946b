from sendctl import find_named, find_plans, load_plan

for folder in find_plans():
    loaded = load_plan(folder)
    plan = loaded.plan
    if plan is None:
        print(folder, loaded.findings[0].message)
        continue
    print(f"{plan.head.area}: {len(plan.strands)} strands, {len(plan.actions)} actions")
    action = find_named(plan, "action:2.1")
    print(action.full, action.place.file, getattr(action.item, "due", None))
