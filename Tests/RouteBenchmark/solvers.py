"""The solvers that are compared: each takes an instance, seconds and a seed, and gives routes of positions.

One thread each. The seconds are those of the search; ours also count starting the program and reading the file.
"""

import json
import math
import multiprocessing
import subprocess
import tempfile
import time
from datetime import timedelta
from pathlib import Path


class CannotSay(Exception):
    """The solver can't express the problem; the reason is for the table."""


class Failed(Exception):
    """The solver gave no usable answer."""


def ours(binary):
    def solve(instance, seconds, seed):
        answer, elapsed = run(binary, instance.path, instance.convention, seconds, seed)
        # Files that count from 1 have the depot as 1.
        first = 0 if instance.path.suffix == ".txt" else 1
        routes = [[number - first for number in route] for route in answer["routes"]]
        return ([[stop for stop in route if stop] for route in routes]), elapsed, answer["cost"]

    return solve


def run(binary, path, convention, seconds, seed):
    """Our program's answer and the seconds that it took; a refused answer is a failure."""
    command = [binary, "routes", "solve", path, "--seconds", seconds, "--seed", seed, "--round", convention, "--json"]
    start = time.perf_counter()
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    if done.returncode:
        said = " ".join(done.stderr.replace(f"{path.parent}/", "").split())
        raise Failed(f"exit code {done.returncode}: {said[:300]}")
    return json.loads(done.stdout), elapsed


def pyvrp(instance, seconds, seed):
    import pyvrp as package
    from pyvrp.stop import MaxRuntime

    rounding = {"dimacs": "dimacs", "nearest": "round", "none": "exact"}[instance.convention]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "instance.vrp"
        path.write_text(vrplib_text(instance))
        data = package.read(path, round_func=rounding)
    start = time.perf_counter()
    result = package.solve(data, stop=MaxRuntime(seconds), seed=seed, collect_stats=False, display=False)
    elapsed = time.perf_counter() - start
    if not result.is_feasible():
        raise Failed("no feasible routes found")
    routes = []
    for route in result.best.routes():
        visits = [step.activity if hasattr(step, "activity") else step for step in route.schedule()]
        routes.append([visit.idx + 1 for visit in visits if visit.is_client()])
    return routes, elapsed, None


def vrplib_text(instance):
    """The instance as PyVRP reads it: Solomon's format and tours have to be written anew."""
    if instance.path.suffix == ".vrp":
        return instance.path.read_text()
    count = len(instance.places)
    rows = [f"TYPE : VRPTW\nDIMENSION : {count}\nVEHICLES : {instance.vehicles}\nEDGE_WEIGHT_TYPE : EUC_2D"]
    if not math.isinf(instance.capacity):
        rows.append(f"CAPACITY : {instance.capacity:g}")
    sections = {"NODE_COORD_SECTION": lambda p: f"{p.x!r} {p.y!r}"}
    if not instance.is_tour:
        sections |= {"DEMAND_SECTION": lambda p: f"{p.demand:g}",
                     "TIME_WINDOW_SECTION": lambda p: f"{p.earliest!r} {p.latest!r}",
                     "SERVICE_TIME_SECTION": lambda p: f"{p.service!r}"}
    for name, text in sections.items():
        rows.append(name)
        rows += [f"{number} {text(place)}" for number, place in enumerate(instance.places, 1)]
    return "\n".join([*rows, "DEPOT_SECTION", "1", "-1", "EOF", ""])


def vroom(instance, seconds, seed):
    import vroom as package

    if any(place.prize for place in instance.places):
        raise CannotSay("VROOM serves as many as it can; it can't weigh a prize against a detour")
    # VROOM counts in whole seconds: unrounded distances are given to it in thousandths.
    scale = 1000 if instance.convention == "none" else 1
    whole = lambda value: int(round(instance.rounded(value) * scale))
    problem = package.Input()
    problem.set_durations_matrix(profile="car", matrix_input=whole_distances(instance, scale))
    depot = instance.places[0]
    horizon = {} if math.isinf(depot.latest) else {
        "time_window": package.TimeWindow(whole(depot.earliest), whole(depot.latest))}
    capacity = [] if math.isinf(instance.capacity) else [int(instance.capacity)]
    problem.add_vehicle([
        package.Vehicle(number, start=0, end=0, capacity=capacity, **horizon)
        for number in range(1, instance.vehicles + 1)])
    jobs = []
    for number, place in enumerate(instance.places[1:], 1):
        windows = [] if math.isinf(place.latest) else [package.TimeWindow(whole(place.earliest), whole(place.latest))]
        jobs.append(package.Job(
            number, location=number, default_service=whole(place.service), time_windows=windows,
            delivery=[int(place.demand)] if capacity else []))
    problem.add_job(jobs)
    start = time.perf_counter()
    solution = problem.solve(exploration_level=5, nb_threads=1, timeout=timedelta(seconds=seconds))
    elapsed = time.perf_counter() - start
    table = solution.routes
    jobs_done = table[table["type"] == "job"]
    routes = [[int(stop) for stop in group["id"]] for _, group in jobs_done.groupby("vehicle_id", sort=True)]
    return routes, elapsed, None


def whole_distances(instance, scale):
    import numpy

    x, y = (numpy.array([getattr(place, axis) for place in instance.places]) for axis in "xy")
    straight = numpy.sqrt((x[:, None] - x) ** 2 + (y[:, None] - y) ** 2)
    rounded = {"dimacs": lambda d: numpy.floor(10 * d), "nearest": lambda d: numpy.floor(d + 0.5),
               "none": lambda d: d}[instance.convention](straight)
    # Rounded up, so that what is on time in thousandths is on time.
    return numpy.ceil(rounded * scale - 1e-6).astype(numpy.uint32)


def in_time(solve):
    """The solver in a process of its own, stopped when it takes three times its seconds and half a minute."""
    def limited(instance, seconds, seed):
        context = multiprocessing.get_context("fork")
        here, there = context.Pipe(duplex=False)
        child = context.Process(target=answer, args=(solve, instance, seconds, seed, there), daemon=True)
        child.start()
        there.close()
        longest = 3 * seconds + 30
        try:
            if not here.poll(longest):
                raise Failed(f"no routes within {longest:.0f} s")
            kind, value = here.recv()
        except EOFError:
            raise Failed("ended without an answer")
        finally:
            child.kill()
            child.join()
        if kind is not None:
            raise kind(value)
        return value

    return limited


def answer(solve, instance, seconds, seed, pipe):
    try:
        pipe.send((None, solve(instance, seconds, seed)))
    except CannotSay as reason:
        pipe.send((CannotSay, str(reason)))
    except Exception as failure:
        pipe.send((Failed, str(failure)))
