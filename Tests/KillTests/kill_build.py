"""Kills builds of the demo site at seeded moments and checks that the published folder is always one whole site.

    python3 kill_build.py .build/release/fieldbook

Two sites, a week apart, are built once to know their manifests; then each round starts a build of the other one over
the published folder and kills it. Half of the moments lie in the last third of a build, where files are written and
the folders swapped.
"""

import hashlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROUNDS = 20
SEED = 20261116


def run(*arguments: str) -> None:
    result = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(arguments)}\nended with {result.returncode}:\n{result.stdout}{result.stderr}")


def fault(site: Path) -> str | None:
    """Why the folder is not exactly what its manifest says, or None."""
    manifest = json.loads((site / "manifest.json").read_bytes())
    expected = {file["path"]: file["sha256"] for file in manifest["files"]}
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()} - {"manifest.json"}
    if found != set(expected):
        return f"other files than the manifest lists: {sorted(found ^ set(expected))[:3]}"
    for path, digest in expected.items():
        if hashlib.sha256((site / path).read_bytes()).hexdigest() != digest:
            return f"{path} differs from the manifest"
    return None


def main() -> int:
    fieldbook = str(Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/fieldbook").resolve())
    random_moment = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="fieldbook-kill-") as folder:
        store, output = f"{folder}/demo.sqlite", Path(folder) / "public"
        run(fieldbook, "demo", "--seed", "1", "--store", store)

        def build(day: str, to: Path) -> list[str]:
            return [fieldbook, "build", "--store", store, "--output", str(to), "--as-of", day]

        newest = date(2026, 11, 13)
        days = [(newest - timedelta(days=7)).isoformat(), newest.isoformat()]
        manifests = {}
        duration = 0.0
        for day in days:
            start = time.monotonic()
            run(*build(day, output))
            duration = max(duration, time.monotonic() - start)
            manifests[day] = (output / "manifest.json").read_bytes()
        if manifests[days[0]] == manifests[days[1]]:
            sys.exit("The two sites are the same, so a mixture could not be told")

        present, outcomes, failures = days[1], {"old": 0, "new": 0}, 0
        for number in range(ROUNDS):
            wanted = days[0] if present == days[1] else days[1]
            moment = duration * (random_moment.uniform(0.66, 1.05) if number % 2 else random_moment.uniform(0, 1))
            process = subprocess.Popen(
                build(wanted, output), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(timeout=moment)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
            reason = fault(output)
            manifest = (output / "manifest.json").read_bytes()
            if reason is None and manifest not in (manifests[wanted], manifests[present]):
                reason = "is neither the old site nor the new one"
            if reason is not None:
                failures += 1
                print(f"Killed after {moment:.3f} s: {reason}")
                continue
            outcomes["new" if manifest == manifests[wanted] else "old"] += 1
            if manifest == manifests[wanted]:
                present = wanted

        run(*build(days[1], output))
        if fault(output) or (output / "manifest.json").read_bytes() != manifests[days[1]]:
            failures += 1
            print("The build after the kills is not the site it should be")
        left = sorted(path.name for path in Path(folder).iterdir() if path.name.startswith("."))
        if left:
            failures += 1
            print(f"Left over after a whole build: {left}")
        print(f"Of {ROUNDS} killed builds of about {duration:.2f} s, {outcomes['old']} left the old site, {outcomes['new']} the new one")
        print(f"Kill: {ROUNDS + 2 - failures} passed, {failures} failed")
        return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
