from pathlib import Path

from sendctl import Refused, load_plan, render

loaded = load_plan("plans/blackpool")
folder = Path("out")
folder.mkdir(exist_ok=True)
try:
    (folder / "statement.html").write_bytes(render(loaded, "plan", public=True))
    print(render(loaded, "summary", "md").decode().splitlines()[0])
except Refused as reason:
    print(reason)
