"""Territories of equal size: ours beside k-means-constrained and plain k-means of scikit-learn, in one run.

Points come from a seed: half the sets are spread evenly, half lie in towns. Ours is timed as the whole process that
reads the CSV file and writes it again; the others as the call of fit() alone, in a process of their own for peak memory.
Sums of squares are computed anew from the labels of each, around the means of the points, on the plane.
"""

import argparse
import csv
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

EARTH = 6_371_008.8
SIDE = 100_000.0


def make_points(count, kind, seed):
    """On a plane, in metres around 0, 0."""
    random = np.random.default_rng([seed, count, kind == "towns"])
    if kind == "even":
        return (random.random((count, 2)) - 0.5) * SIDE
    towns = 40
    middles = (random.random((towns, 2)) - 0.5) * SIDE
    sizes = random.uniform(500, 8000, towns)
    town = random.choice(towns, count, p=random.dirichlet(np.full(towns, 0.7)))
    points = middles[town] + random.normal(size=(count, 2)) * sizes[town][:, None]
    rural = random.random(count) < 0.1
    points[rural] = (random.random((rural.sum(), 2)) - 0.5) * SIDE
    return points


def write_points(points, path):
    """As latitude and longitude: Lambert's azimuthal equal-area projection, inverted, around 0, 0."""
    radius = np.maximum(np.hypot(points[:, 0], points[:, 1]), 1e-9)
    angle = 2 * np.arcsin(radius / (2 * EARTH))
    latitude = np.degrees(np.arcsin(points[:, 1] * np.sin(angle) / radius))
    longitude = np.degrees(np.arctan2(points[:, 0] * np.sin(angle), radius * np.cos(angle)))
    # 10° east, since 0, 0 counts as a missing place.
    with open(path, "w", newline="") as file:
        file.write("id,lat,lon\n")
        file.writelines(f"{i},{lat:.7f},{lon + 10:.7f}\n" for i, (lat, lon) in enumerate(zip(latitude, longitude)))


def squares(points, labels, count):
    weights = np.bincount(labels, minlength=count)
    sums = np.stack([np.bincount(labels, points[:, axis], count) for axis in (0, 1)], 1)
    means = sums / np.maximum(weights, 1)[:, None]
    return float(((points - means[labels]) ** 2).sum()), int(weights.min()), int(weights.max())


def child(command):
    """Wall seconds, processor seconds and peak memory (MB) of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed: {error.decode()}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(binary, folder, name, points, count):
    source, target = folder / f"{name}.csv", folder / f"{name}-ours.csv"
    write_points(points, source)
    command = [str(binary), "territories", "cluster", str(source), "--count", str(count), "--tolerance", "0",
               "--output", str(target)]
    figures = child(command)
    with open(target, newline="") as file:
        labels = np.array([int(row["territory"]) for row in csv.DictReader(file)]) - 1
    return figures, squares(points, labels, count)


def theirs(method, starts, folder, name, points, count):
    source, target = folder / f"{name}.npy", folder / f"{name}-{method}.npy"
    np.save(source, points)
    child([sys.executable, "-B", __file__, "--fit", method, str(starts), str(source), str(target), str(count)])
    labels, figures = np.load(target), np.load(str(target) + ".figures.npy")
    return tuple(figures), squares(points, labels, count)


def fit(method, starts, source, target, count):
    points, starts, count = np.load(source), int(starts), int(count)
    if method == "constrained":
        from k_means_constrained import KMeansConstrained
        each = len(points) // count
        model = KMeansConstrained(count, size_min=each, size_max=each, n_init=starts, random_state=1)
    else:
        from sklearn.cluster import KMeans
        model = KMeans(count, n_init=starts, random_state=1)
    wall, processor = time.perf_counter(), time.process_time()
    model.fit(points)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    np.save(target, model.labels_.astype(np.int64))
    np.save(target + ".figures.npy", [wall, processor, memory])


def row(kind, count, districts, name, result):
    (wall, processor, memory), (sum_of_squares, least, most) = result
    mean = sum_of_squares / count / 1e6
    print(f"| {kind} | {count:,} × {districts} | {name} | {wall:.2f} | {processor:.2f} | {memory:,.0f} | {mean:.4f} | "
          f"{least}–{most} |", flush=True)
    return wall, sum_of_squares


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True, help="folder for the files of the run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--starts", type=int, default=10, help="of k-means-constrained, whose default is 10; it takes minutes")
    parser.add_argument("--largest", type=int, default=1_000_000)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    print(f"Load {os.getloadavg()[0]:.1f} at the start, {os.cpu_count()} cores, seed {options.seed}.\n")
    print("| points | size | method | s | processor s | MB | mean square, km² | sizes |")
    print("|---|---|---|--:|--:|--:|--:|--:|")
    verdicts = []
    for kind in ("even", "towns"):
        points = make_points(10_000, kind, options.seed)
        name = f"{kind}-10000"
        mine = [row(kind, 10_000, 50, "ours", ours(options.binary, options.output, name, points, 50)) for _ in range(3)]
        row(kind, 10_000, 50, "k-means, any sizes", theirs("plain", 1, options.output, name, points, 50))
        for starts in sorted({1, options.starts}):
            wall, value = row(kind, 10_000, 50, f"k-means-constrained, {starts} start{'s' if starts > 1 else ''}",
                              theirs("constrained", starts, options.output, name, points, 50))
            best = min(mine)
            verdicts.append(f"{kind}, {starts} of theirs: {wall / best[0]:.0f} times as fast, sum of squares {best[1] / value - 1:+.2%}")
    for count, districts in ((100_000, 100), (200_000, 100), (400_000, 200), (1_000_000, 500)):
        if count > options.largest:
            continue
        for kind in ("even", "towns"):
            points = make_points(count, kind, options.seed)
            row(kind, count, districts, "ours", ours(options.binary, options.output, f"{kind}-{count}", points, districts))
    for count in (62_500, 125_000, 250_000, 500_000, 1_000_000):
        if count > options.largest:
            continue
        points = make_points(count, "towns", options.seed)
        row("towns", count, 50, "ours", ours(options.binary, options.output, f"towns-{count}", points, 50))
    print(f"\nLoad {os.getloadavg()[0]:.1f} at the end.\n")
    for verdict in verdicts:
        print(f"- {verdict}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--fit"]:
        fit(*sys.argv[2:])
    else:
        main()
