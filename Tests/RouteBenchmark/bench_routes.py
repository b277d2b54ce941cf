"""Compares our route search with PyVRP and VROOM on published instances, in one run, one thread each, one after the other.

    python bench_routes.py --binary .build/release/fieldbook --instances ../shared/data/routes --output .build/bench-routes

Writes a table (routes.md) and all single results (routes.json). A gap is the cost above the best known cost, in per cent;
costs of all three are computed here from their routes.
"""

import argparse
import json
import platform
import statistics
import sys
import time
from pathlib import Path

import instances
import solvers

# Convention, factor from best known costs to the convention's units, seconds.
SETS = {
    "repweek": ("nearest", 1, [1, 25]),
    "solomon": ("none", 1, [2, 10]),
    "pcvrptw": ("dimacs", 1, [30]),
    "vrptw1000": ("dimacs", 10, [30]),
    "pvrp": ("none", 1, [30]),
    "tsplib": ("nearest", 1, {"berlin52": 2, "a280": 2, "pr1002": 5, "pcb3038": 10}),
}
NAMES = ["ours", "PyVRP", "VROOM"]


def main():
    options = parse()
    best = json.loads((options.instances / "best-known.json").read_text())
    rows, start = [], time.monotonic()
    for name in options.sets:
        rows += run_set(name, best[name], options)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "routes.json").write_text(json.dumps(
        {"seed": options.seed, "scale": options.scale, "machine": machine(), "results": rows}, indent=1) + "\n")
    text = table(rows, options)
    (options.output / "routes.md").write_text(text)
    print(f"\n{text}\n{time.monotonic() - start:.0f} s in all; details in {options.output}/routes.json")
    refused = [row for row in rows if row["solver"] == "ours" and "failure" in row]
    return 1 if refused else 0


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--instances", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--sets", default="", help="names, divided by blanks; all when empty")
    parser.add_argument("--scale", type=float, default=1, help="factor for all seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=10**6, help="no more instances of a set than that")
    options = parser.parse_args()
    options.sets = options.sets.split() or list(SETS)
    for name in options.sets:
        if name not in SETS:
            parser.error(f"there is no set '{name}'; there are {', '.join(SETS)}")
    if not (options.instances / "best-known.json").exists():
        print(f"Skipped: no instances in {options.instances} (set INSTANCES=FOLDER)")
        sys.exit(0)
    return options


def run_set(name, best, options):
    convention, unit, seconds = SETS[name]
    rows = []
    files = sorted((options.instances / name).iterdir())[: options.most]
    for path in files:
        limits = [seconds[path.stem]] if isinstance(seconds, dict) else seconds
        for limit in limits:
            known = best[path.stem]
            known = (known["distance"] if isinstance(known, dict) else known) * unit
            instance = None if name == "pvrp" else instances.read(path, convention)
            for solver in NAMES:
                row = {"set": name, "instance": path.stem, "limit": limit, "solver": solver, "best_known": known}
                row |= attempt(solver, path, instance, convention, limit * options.scale, options)
                if "cost" in row:
                    row["gap_percent"] = 100 * (row["cost"] / known - 1)
                rows.append(row)
                if "reason" not in row:
                    said = f"{row['gap_percent']:+.2f} %" if "cost" in row else row["failure"]
                    print(f"{name} {path.stem} {limit * options.scale:g} s {solver}: {said}", flush=True)
    return rows


def attempt(solver, path, instance, convention, seconds, options):
    """One solver on one instance: cost and seconds, or why there is none."""
    try:
        if instance is None:
            if solver != "ours":
                raise solvers.CannotSay(f"{solver} has no periodic problems")
            answer, elapsed = solvers.run(options.binary, path, convention, seconds, options.seed)
            cost, broken = instances.read_periodic(path).evaluate(
                answer["routes"], [day - 1 for day in answer["days"]])
            return result(cost, broken, answer["cost"], elapsed, answer["routes"])
        solve = {"ours": solvers.ours(options.binary), "PyVRP": solvers.in_time(solvers.pyvrp),
                 "VROOM": solvers.in_time(solvers.vroom)}[solver]
        routes, elapsed, said = solve(instance, seconds, options.seed)
        cost, broken = instance.evaluate(routes)
        return result(cost, broken, said, elapsed, routes)
    except solvers.CannotSay as reason:
        return {"reason": str(reason)}
    except solvers.Failed as failure:
        return {"failure": str(failure)}


def result(cost, broken, said, elapsed, routes):
    if broken:
        raise solvers.Failed("; ".join(broken[:3]))
    if said is not None and abs(said - cost) > 1e-6 * max(1, cost):
        raise solvers.Failed(f"says that it costs {said}, but it costs {cost}")
    return {"cost": cost, "seconds": elapsed, "routes": len(routes)}


def table(rows, options):
    """One line for each set and number of seconds; of TSPLIB one for each instance."""
    groups, notes = {}, []
    for row in rows:
        name = f"{row['set']} {row['instance']}" if row["set"] == "tsplib" else row["set"]
        groups.setdefault((name, row["limit"]), {}).setdefault(row["solver"], []).append(row)
    lines = ["| set | instances | seconds | " + " | ".join(f"{name}: gap | {name}: s" for name in NAMES) + " |",
             "|---|--:|--:|" + "--:|--:|" * len(NAMES)]
    for (name, limit), found in groups.items():
        cells = [name, str(len(found[NAMES[0]])), f"{limit * options.scale:g}"]
        for solver in NAMES:
            cells += cell(found[solver], notes)
        lines.append("| " + " | ".join(cells) + " |")
    head = [
        f"Mean gap to the best known cost, and median seconds to the end. {machine()}, one thread each, seed {options.seed}.",
        "", *lines, ""]
    return "\n".join(head + [f"{number}. {note}" for number, note in enumerate(notes, 1)]) + "\n"


def cell(rows, notes):
    def note(text):
        if text not in notes:
            notes.append(text)
        return f" ({notes.index(text) + 1})"

    solved = [row for row in rows if "cost" in row]
    if not solved:
        row = rows[0]
        return ["–" + note(row.get("reason") or f"{row['solver']}: {row['failure']}"), "–"]
    # Adding 0 makes no "-0.00" of a tiny advantage.
    gap = f"{round(statistics.mean(row['gap_percent'] for row in solved), 2) + 0:.2f} %"
    if len(solved) < len(rows):
        first = next(row for row in rows if "cost" not in row)
        why = first.get("reason") or first["failure"]
        gap += note(f"{first['solver']}, {first['set']}: {len(solved)} of {len(rows)} instances; {first['instance']}: {why}")
    return [gap, f"{statistics.median(row['seconds'] for row in solved):.1f}"]


def machine():
    return f"{platform.system()} on {platform.machine()}"


if __name__ == "__main__":
    sys.exit(main())
