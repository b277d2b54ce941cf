"""Driving times and lines from a real routing server, and what is left of a build when that server fails.

    make roads EXTRACT=../shared/data/osm/liechtenstein.osm.pbf PORT=5001
    python3 check_roads.py .build/release/fieldbook
    make roads-stop

Needs the server of `make roads` over that extract, and ../shared; skips without them, unless CI=true. What it measures
it prints; the limits that it enforces are wide, for busy machines.
"""

import html
import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from servers import CountingProxy, HostileServer, Moody, answering, closing_midway, hanging, rubbish
from workspaces import AS_OF, ROOT, Failed, Workspace, difference, write_company

SHARED = next((folder / "shared" for folder in ROOT.parents if (folder / "shared").is_dir()), ROOT.parent / "shared") / "data"
RECORDED = SHARED / "osrm"
OPTIMUM = 8130.0
CUSTOMERS = 435
# The farthest of the 50 places lies 584 m from its road; without this it would be estimated.
FAR = {"max_snap_metres": 1000}


class Checks:
    def __init__(self):
        self.faults = []

    def that(self, is_true: bool, claim: str, otherwise: object = "") -> bool:
        print(f"  {'ok   ' if is_true else 'FAULT'} {claim}"
              + (f": {str(otherwise)[:800]}" if not is_true and otherwise != "" else ""), flush=True)
        if not is_true:
            self.faults.append(claim)
        return is_true

    def part(self, title: str, work) -> None:
        print(title, flush=True)
        began = time.monotonic()
        try:
            work()
        except (Failed, OSError, ValueError, KeyError, TypeError, sqlite3.Error) as error:
            self.that(False, f"{title} ran to its end", f"{type(error).__name__} {error}")
        print(f"  took {time.monotonic() - began:.1f} s", flush=True)


def skip(reason: str) -> None:
    if os.environ.get("CI") == "true":
        sys.exit(f"Roads can't be checked: {reason}")
    print(f"Skipped: {reason}")
    sys.exit(0)


def server_port() -> int:
    try:
        state = json.loads((ROOT / ".build" / "roads" / "server.json").read_text())
    except (FileNotFoundError, ValueError):
        skip("no routing server runs (make roads EXTRACT=../shared/data/osm/liechtenstein.osm.pbf starts it)")
    if Path(state["extract"]).name != "liechtenstein.osm.pbf":
        skip(f"the server of 'make roads' is that of {state['extract']}, not of liechtenstein.osm.pbf")
    return state["port"]


def get(url: str) -> dict:
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=20) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return json.loads(error.read())


# One tour of 50 places

def check_server(checks: Checks, port: int) -> None:
    path = (RECORDED / "table_50x50.request.txt").read_text().split()[1]
    recorded = json.loads((RECORDED / "table_50x50.response.json").read_text())
    answer = get(f"http://127.0.0.1:{port}{path}")
    for name in ("durations", "distances"):
        unlike = sum(a != b for one, other in zip(recorded[name], answer[name]) for a, b in zip(one, other))
        checks.that(unlike == 0, f"the server's 2,500 {name} are the recorded ones", f"{unlike} are not")
    checks.that(bool(answer.get("data_version")), "its answers tell the version of their data")


def check_tour(checks: Checks, port: int, folder: Path, fieldbook: str) -> None:
    workspace = Workspace(folder / "tour", fieldbook)
    places = RECORDED / "liechtenstein_50_pois.csv"
    workspace.config("tour", f"http://127.0.0.1:{port}", **FAR)
    answer, seconds = workspace.answer("routes", "tour", str(places), config="tour")
    cost = answer["seconds"]
    checks.that(round(cost, 1) == OPTIMUM, f"the tour of 50 places costs {OPTIMUM} s, the proven optimum", cost)
    # Half a second on a free machine; the limit is for busy ones.
    checks.that(seconds < 8, f"it is found soon, the server's answers included ({seconds:.2f} s)")
    stops = [row - 1 for row in answer["order"]]
    table = json.loads((RECORDED / "table_50x50.response.json").read_text())["durations"]
    along = sum(table[a][b] for a, b in zip(stops, stops[1:] + stops[:1]))
    checks.that(sorted(stops) == list(range(50)) and round(along, 1) == OPTIMUM,
                "its order costs the same on the recorded table", along)
    compare_cache(checks, folder / "tour" / "tours-tour.sqlite")
    workspace.config("near", f"http://127.0.0.1:{port}")
    output, errors, _ = workspace.run("routes", "tour", str(places), config="near")
    checks.that("584 m" in output + errors, "with the usual limit the place 584 m from its road is named", errors)


def compare_cache(checks: Checks, cache: Path) -> None:
    """What was kept of the 50 places against the recorded table."""
    recorded = json.loads((RECORDED / "table_50x50.response.json").read_text())
    path = (RECORDED / "table_50x50.request.txt").read_text().split()[1]
    spots = [tuple(round(float(value) * 1e6) for value in spot.split(","))
             for spot in path.split("/driving/")[1].split("?")[0].split(";")]
    # A half is rounded up here and down there: a tenth of a metre, which a drive may tell.
    number = {(x + dx, y + dy): index for index, (x, y) in enumerate(spots) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    database = sqlite3.connect(f"file:{cache}?mode=ro", uri=True)
    rows = database.execute(
        "SELECT a.longitude, a.latitude, b.longitude, b.latitude, deciseconds, decimetres FROM drive "
        "JOIN place a ON a.number = origin JOIN place b ON b.number = destination").fetchall()
    database.close()
    known = unlike = 0
    for a_lon, a_lat, b_lon, b_lat, deciseconds, decimetres in rows:
        a, b = number.get((a_lon, a_lat)), number.get((b_lon, b_lat))
        if a is None or b is None or a == b:
            continue
        known += 1
        unlike += (abs(deciseconds - recorded["durations"][a][b] * 10) > 1.5
                   or abs(decimetres - recorded["distances"][a][b] * 10) > 5.5)
    checks.that(known == 2450 and unlike == 0, "what was kept of the 2,450 drives is the recorded table",
                f"{known} kept, {unlike} differ")


# The same site without the server

def check_offline(checks: Checks, port: int, company: Workspace) -> None:
    with CountingProxy(port) as proxy:
        config = company.config("roads", proxy.address, max_places=400)
        built, seconds = company.build(config)
        first, asked = company.tree(), proxy.requests
        checks.that(built["customers"] > 400 and built["plannedVisits"] > 100,
                    "the Liechtenstein company has customers and visits", {key: value for key, value in built.items() if key != "problems"})
        checks.that(asked > 0, f"a first build asks the server ({asked} requests, {seconds:.1f} s)")
        broken = [problem for problem in built["problems"] if problem["kind"].startswith("roads.")
                  and problem["kind"] not in ("roads.far", "roads.line", "roads.unreachable")]
        checks.that(not broken, "no answer is missing", broken[:2])
        before = proxy.requests
        _, seconds = company.build(config)
        checks.that(proxy.requests == before, f"a second build asks nothing ({seconds:.1f} s)",
                    f"{proxy.requests - before} requests")
        checks.that(not difference(first, company.tree()), "its site is the same", difference(first, company.tree())[:5])
    shutil.rmtree(company.folder / "public")
    _, seconds = company.build(config, "--offline")
    checks.that(not difference(first, company.tree()),
                f"with the server gone, --offline gives the same site ({len(first)} files, {seconds:.1f} s)",
                difference(first, company.tree())[:5])
    status, _, _ = company.run("roads", "status", config=config)
    print("".join(f"    {line}\n" for line in status.splitlines()), end="")
    company.config("estimate")
    company.build("estimate")
    changed = difference(first, company.tree())
    checks.that(any("rep" in path for path in changed), "roads change what reps are given", changed[:5])


# How much is asked

def check_amount(checks: Checks, port: int, company: Workspace, folder: Path, fieldbook: str) -> None:
    config = company.config("fetch", f"http://127.0.0.1:{port}", max_places=400)
    answer, seconds = company.answer("roads", "fetch", "--as-of", AS_OF, config=config)
    # Three to four seconds on a free machine; the limit is for busy ones.
    checks.that(answer["seconds"] < 20,
                f"435 customers and their reps are fetched soon: {answer['seconds']:.2f} s, {answer['requests']} requests, "
                f"{answer['pairsAsked']} pairs, {answer['pairsAsked'] / CUSTOMERS:.0f} a customer; the command took {seconds:.2f} s")
    each = {}
    for customers in (100, 400, 1600):
        write_company(folder / f"export-{customers}", SHARED / "osm" / "roads.geojson", customers)
        workspace = Workspace(folder / f"company-{customers}", fieldbook)
        workspace.import_salesforce(folder / f"export-{customers}")
        config = workspace.config("roads", f"http://127.0.0.1:{port}", max_places=400)
        answer, _ = workspace.answer("roads", "fetch", "--as-of", AS_OF, config=config)
        each[customers] = answer["pairsAsked"] / customers
        print(f"    {customers:5} customers, 4 reps: {answer['pairsAsked']:7} pairs, {each[customers]:6.1f} a customer, "
              f"{answer['drives']} of {answer['needs']} drives, {answer['lines']} lines, {answer['requests']:4} requests, "
              f"{answer['seconds']:.2f} s", flush=True)
    checks.that(each[1600] <= 1.25 * each[400], "pairs grow no faster than customers", each)


# Servers that fail

def error_answers(port: int) -> dict[str, bytes]:
    """Every recorded refusal, and two more of the server that runs: each is what a confused server could say to anything."""
    answers = {path.name.removeprefix("error_").removesuffix(".response.json"): path.read_bytes()
               for path in sorted(RECORDED.glob("error_*.response.json"))}
    for name, path in (("invalid_version", "/table/v9/driving/9.5,47.1;9.52,47.12"),
                       ("too_far_for_radius", "/table/v1/driving/9.5,47.1;9.52,47.12?radiuses=0.1;0.1")):
        answers[name] = json.dumps(get(f"http://127.0.0.1:{port}{path}")).encode()
    return answers


def check_hostile(checks: Checks, port: int, small: Workspace, company: Workspace) -> None:
    answers = error_answers(port)
    checks.that(len(answers) >= 8, "there are eight error answers and more", len(answers))
    behaviours = {name: answering(body, "200 OK" if json.loads(body).get("code") == "Ok" else "400 Bad Request")
                  for name, body in answers.items()}
    behaviours |= {
        "hangs": hanging, "closes in mid-answer": closing_midway, "ten megabytes of rubbish": rubbish(),
        "a web page": answering(b"<html><b>404</b></html>", "404 Not Found", "text/html"), "an empty answer": answering(b""),
        "an answer without an end": answering(b'{"code":"Ok","durations":' + b"[" * 100_000), "nobody listens": None}
    for workspace, names in ((small, behaviours), (company, ["hangs"])):
        workspace.config("plain")
        plain, _ = workspace.build("plain")
        before = plain, workspace.tree().keys(), (workspace.folder / "company.sqlite").read_bytes()
        for name in names:
            check_failing_build(checks, workspace, name, behaviours[name], before)
    with Moody(port) as server:
        for name, address in (("calm", f"http://127.0.0.1:{port}"), ("moody", server.address)):
            answer, seconds = small.answer(
                "roads", "fetch", "--as-of", AS_OF, config=small.config(name, address, max_places=25))
        calm, kept = drives(small.folder / "calm.sqlite"), drives(small.folder / "moody.sqlite")
        checks.that(kept == calm > 0,
                    f"every other connection ends in 503: all {calm} drives come all the same ({seconds:.1f} s)", kept)


def check_failing_build(checks: Checks, workspace: Workspace, name: str, behaviour, before: tuple) -> None:
    """A build with a server that does only this: it ends, names the fault on the data page and has all it had without roads."""
    plain, files, store = before
    server = HostileServer(behaviour or (lambda connection: False))
    if not behaviour:
        server.close()
    config = workspace.config("hostile", server.address, timeout_seconds=1, retries=1)
    (workspace.folder / "hostile.sqlite").unlink(missing_ok=True)
    shutil.rmtree(workspace.folder / "public")
    try:
        built, seconds = workspace.build(config, limit=180)
    except Failed as failed:
        (workspace.folder / "public").mkdir(exist_ok=True)
        checks.that(False, f"{name}: the build ends well", failed)
        return
    finally:
        server.close()
    page = " ".join(html.unescape((workspace.folder / "public" / "data" / "index.html").read_text()).split())
    named = [problem for problem in built["problems"] if problem["kind"].startswith("roads.")]
    wanting = [] if any(" ".join(problem["message"].split()) in page for problem in named) else ["not named on the data page"]
    wanting += [f"{key} was {plain[key]}, is {built[key]}" for key in ("customers", "reps", "plannedVisits", "unservedCustomers")
                if built[key] != plain[key]]
    wanting += [f"{path} is there in one of both" for path in sorted((workspace.tree().keys() ^ files) - {"data/build-problems.csv"})[:3]]
    wanting += [] if (workspace.folder / "company.sqlite").read_bytes() == store else ["the store has changed"]
    wanting += [f"a message of {len(problem['message'])} characters" for problem in named if len(problem["message"]) > 500]
    words = f"{named[0]['kind']}: {named[0]['message'][:200]}" if named else "no words"
    checks.that(not wanting, f"{name}: {built['customers']} customers, {built['plannedVisits']} visits, {seconds:.1f} s, "
                f"{server.requests} requests, \"{words}\"", wanting)


def drives(cache: Path) -> int:
    database = sqlite3.connect(f"file:{cache}?mode=ro", uri=True)
    count = database.execute("SELECT count(*) FROM drive").fetchone()[0]
    database.close()
    return count


def small_company(folder: Path, fieldbook: str) -> Workspace:
    write_company(folder / "export-small", SHARED / "osm" / "roads.geojson", 60, reps=2)
    workspace = Workspace(folder / "company-small", fieldbook)
    workspace.import_salesforce(folder / "export-small")
    return workspace


def main() -> int:
    fieldbook = str(Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/fieldbook").resolve())
    if not RECORDED.exists():
        skip("there is no ../shared/data/osrm")
    port = server_port()
    checks = Checks()
    with tempfile.TemporaryDirectory(prefix="fieldbook-roads-") as name:
        folder = Path(name)
        company = Workspace(folder / "company", fieldbook)
        company.import_salesforce(SHARED / "crm" / "salesforce")
        checks.part("The server and the recorded table", lambda: check_server(checks, port))
        checks.part("One tour of 50 places", lambda: check_tour(checks, port, folder, fieldbook))
        checks.part("The same site without the server", lambda: check_offline(checks, port, company))
        checks.part("How much is asked", lambda: check_amount(checks, port, company, folder, fieldbook))
        checks.part("Servers that fail", lambda: check_hostile(checks, port, small_company(folder, fieldbook), company))
    print("Roads: all is well" if not checks.faults else f"Roads: {len(checks.faults)} faults: " + "; ".join(checks.faults))
    return 1 if checks.faults else 0


if __name__ == "__main__":
    sys.exit(main())
