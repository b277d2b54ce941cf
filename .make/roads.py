#!/usr/bin/env python3
"""A routing server of one's own: `make roads EXTRACT=region.osm.pbf [PORT=5000]` and `make roads-stop`.

Everything it makes lies in .build/roads: OSRM's programs, unpacked from their wheel; one road graph for each extract,
named after its data version; and server.json, which says which process runs. That process is known by its number
and the moment of its start, so no other program is ever stopped in its place.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import fcntl
import hashlib
import json
import os
import pathlib
import platform
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
FOLDER = HERE.parent / ".build" / "roads"
REQUIREMENTS = HERE / "roads-requirements.txt"
STATE = FOLDER / "server.json"
LOG = FOLDER / "server.log"
PROFILE = "car"
# Places of one table: the most that the server takes, and what a question of ours best holds.
MOST_PLACES, GOOD_PLACES = 1000, 400
SECONDS_TO_START = 300


class Trouble(Exception):
    """Something that the user can understand and mend."""


# Programs

def version() -> str:
    return REQUIREMENTS.read_text().split("osrm-bindings==")[1].split()[0]


def programs() -> pathlib.Path:
    """The folder `osrm` of the unpacked wheel: `bin` and `share/profiles`."""
    target = FOLDER / f"osrm-{version()}"
    if not target.exists():
        unpack(target)
    return target / "osrm"


def unpack(target: pathlib.Path) -> None:
    machine = platform.machine()
    if sys.platform != "linux" or machine not in ("x86_64", "aarch64"):
        raise Trouble(f"There are no ready programs for {sys.platform} on {machine}: run an OSRM server of your own and "
                      "name it in site-config.yml (travel: roads: server:).")
    print(f"Fetching OSRM {version()} into {shown(FOLDER)}/ (Python package osrm-bindings, 20 MB)", flush=True)
    part = fresh(target.with_name(target.name + ".part"))
    # Whatever Python runs here: the programs need none, and the wheel is only unpacked.
    run = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:",
         "--python-version", "3.12", "--platform", f"manylinux_2_28_{machine}", "--require-hashes", "-r", str(REQUIREMENTS),
         "--dest", str(part)], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    wheels = list(part.glob("*.whl"))
    if run.returncode != 0 or len(wheels) != 1:
        raise Trouble("OSRM's programs could not be fetched. Is there a way to the network, or to a mirror that pip knows?\n"
                      + last_lines(run.stderr))
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(part)
    wheels[0].unlink()
    for program in (part / "osrm" / "bin").iterdir():
        program.chmod(0o755)
    part.rename(target)


# The extract and its graph

def identity(extract: pathlib.Path) -> tuple[str, str]:
    """The hash of the extract's content (SHA-256), and the data version that every answer will carry.

    That is the day of the data, the hash's beginning, and OSRM's version, since its profile decides about speeds.
    """
    try:
        with open(extract, "rb") as file:
            header = file.read(1 << 16)
    except FileNotFoundError:
        raise Trouble(f"There is no file {extract}.") from None
    except OSError as error:
        raise Trouble(f"{extract} can't be read: {error.strerror}.") from None
    if header[6:15] != b"OSMHeader":
        seen = "empty" if not header else "a web page or XML" if header.lstrip()[:1] == b"<" else "something else"
        raise Trouble(f"{extract} is not an OpenStreetMap extract in PBF format (*.osm.pbf), but {seen}.")
    content = content_hash(extract)
    try:
        day = replication_day(header)
    except (IndexError, ValueError, zlib.error):
        raise Trouble(f"{extract} begins like an OpenStreetMap extract, but its first block is damaged.") from None
    return content, "-".join(([day] if day else []) + [content[:12], version()])


def content_hash(extract: pathlib.Path) -> str:
    """SHA-256; computed again only where size or time of change differ from the last time."""
    known_file = FOLDER / "extracts.json"
    try:
        known = json.loads(known_file.read_text())
    except (FileNotFoundError, ValueError):
        known = {}
    status = extract.stat()
    stamp = [status.st_size, status.st_mtime_ns, status.st_ino]
    entry = known.get(str(extract.resolve()))
    if entry and entry[0] == stamp:
        return entry[1]
    sha = hashlib.sha256()
    with open(extract, "rb") as file:
        while block := file.read(1 << 20):
            sha.update(block)
    known[str(extract.resolve())] = [stamp, sha.hexdigest()]
    write(known_file, known)
    return sha.hexdigest()


def replication_day(data: bytes) -> str:
    """The day on which the data was OpenStreetMap's latest, by the header of a PBF file; empty where it does not say."""
    length = int.from_bytes(data[:4], "big")
    size = dict(fields(data[4:4 + length]))[3]
    blob = dict(fields(data[4 + length:4 + length + size]))
    header = blob[1] if 1 in blob else zlib.decompress(blob[3])
    seconds = dict(fields(header)).get(32)
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%d") if seconds else ""


def fields(message: bytes):
    """Number and value of each field of a protocol buffer message."""
    at = 0

    def number() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(message):
        key = number()
        kind = key & 7
        if kind == 0:
            yield key >> 3, number()
        elif kind == 2:
            size = number()
            yield key >> 3, message[at:at + size]
            at += size
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            raise ValueError(f"wire type {kind}")


def graph(extract: pathlib.Path, osrm: pathlib.Path, data_version: str) -> pathlib.Path:
    """The graph's base name. Made in a folder beside its place and moved there when complete."""
    folder = FOLDER / "graphs" / data_version
    if not folder.exists():
        part = fresh(folder.with_name(folder.name + ".part"))
        base = str(part / "roads.osrm")
        print(f"Building the road graph of {extract.name} ({extract.stat().st_size / 1e6:.0f} MB)", flush=True)
        began = time.monotonic()
        for name, arguments in (
                ("extract", ["-p", str(osrm / "share" / "profiles" / f"{PROFILE}.lua"), "-d", data_version, "-o", base,
                             str(extract)]), ("partition", [base]), ("customize", [base])):
            try:
                step(osrm / "bin" / f"osrm-{name}", arguments)
            except Trouble:
                shutil.rmtree(part)
                raise
        print(f"Built in {time.monotonic() - began:.1f} s", flush=True)
        part.rename(folder)
    return folder / "roads.osrm"


def step(program: pathlib.Path, arguments: list[str]) -> None:
    run = subprocess.run([str(program), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, errors="replace")
    if run.returncode == -signal.SIGKILL:
        raise Trouble(f"{program.name} was killed, most likely for want of memory: take a smaller extract, or a larger machine.")
    if run.returncode != 0:
        raise Trouble(f"{program.name} failed (status {run.returncode}). Is the extract complete, and is there room on the disk?\n"
                      + last_lines(run.stdout))


# The server

def running() -> dict | None:
    """What server.json says, as long as that very process lives."""
    try:
        state = json.loads(STATE.read_text())
        return state if state["start"] == start_of(state["pid"]) else None
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def start_of(pid: int) -> list[str] | None:
    """When a process began: this boot's name and the clock ticks since; nil when it is gone or has ended."""
    try:
        boot = pathlib.Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        values = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if values[0] in "ZX" else [boot, values[19]]


def stop(state: dict) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(state["pid"], number)
        for _ in range(100):
            if running() is None:
                STATE.unlink(missing_ok=True)
                return
            time.sleep(0.05)
    raise Trouble(f"The server (process {state['pid']}) does not end.")


def start(base: pathlib.Path, osrm: pathlib.Path, extract: pathlib.Path, content: str, data_version: str, port: int) -> dict:
    refuse_taken(port)
    with open(LOG, "wb") as log:
        process = subprocess.Popen(
            [str(osrm / "bin" / "osrm-routed"), "--ip", "127.0.0.1", "--port", str(port), "--algorithm", "MLD",
             "--max-table-size", str(MOST_PLACES), str(base)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True, cwd=FOLDER)
    state = {"pid": process.pid, "start": start_of(process.pid), "port": port, "content": content, "extract": str(extract),
             "data_version": data_version, "osrm": version()}
    write(STATE, state)
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            STATE.unlink(missing_ok=True)
            refuse_taken(port)
            raise Trouble(f"The server ended at once (status {process.returncode}); {shown(LOG)} says:\n"
                          + last_lines(LOG.read_text(errors="replace")))
        if answers(port, data_version):
            return state
        time.sleep(0.1)
    stop(state)
    raise Trouble(f"The server did not answer within {SECONDS_TO_START} s; see {shown(LOG)}.")


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Trouble(f"Port {port} needs rights that you don't have here: choose one from 1024 on.") from None
        except OSError:
            raise Trouble(f"Port {port} is taken by another program: choose another one, such as "
                          f"make roads EXTRACT=... PORT={port + 1}") from None


def answers(port: int, data_version: str) -> bool:
    """Whether it is our server that answers there, with our data."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"http://127.0.0.1:{port}/nearest/v1/driving/0,0", timeout=5) as answer:
            return json.loads(answer.read()).get("data_version") == data_version
    except (OSError, ValueError):
        return False


# Small things

def fresh(folder: pathlib.Path) -> pathlib.Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def write(path: pathlib.Path, value: object) -> None:
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(value, indent=1))
    part.replace(path)


def last_lines(text: str) -> str:
    return "\n".join("  " + line for line in text.strip().splitlines()[-6:])


def shown(path: pathlib.Path) -> str:
    return os.path.relpath(path)


def welcome(state: dict, word: str) -> None:
    address = f"http://127.0.0.1:{state['port']}"
    print(f"{word} on {address} (process {state['pid']}), data version {state['data_version']}.\n"
          f"In site-config.yml:\n\n"
          f"travel:\n  roads: {{ server: \"{address}\", max_places: {GOOD_PLACES} }}\n\n"
          f"It takes up to {MOST_PLACES} places a table and answers this machine alone. 'make roads-stop' ends it.")


def serve(extract: str, port: int) -> None:
    if not extract:
        raise Trouble("Which region? Say make roads EXTRACT=region.osm.pbf, an extract of OpenStreetMap in PBF format.")
    path = pathlib.Path(extract)
    content, data_version = identity(path)
    state = running()
    if state and (state["content"], state["port"], state["osrm"]) == (content, port, version()):
        if answers(port, data_version):
            welcome(state, f"The server of {path.name} runs already")
            return
    osrm = programs()
    base = graph(path, osrm, data_version)
    if state := running():
        print(f"Ending the server of {pathlib.Path(state['extract']).name} on port {state['port']}", flush=True)
        stop(state)
    welcome(start(base, osrm, path.resolve(), content, data_version, port), f"The server of {path.name} runs")


def port_number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65_535:
        raise Trouble(f"PORT={text} is not a port: 1 to 65535.")
    return int(text)


def end() -> None:
    state = running()
    if state:
        stop(state)
        print(f"Ended the server on port {state['port']} (process {state['pid']}).")
    else:
        STATE.unlink(missing_ok=True)
        print("No server of 'make roads' is running.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    starting = commands.add_parser("start", help="build the graph where needed, start the server")
    starting.add_argument("--extract", default="")
    starting.add_argument("--port", default="5000")
    commands.add_parser("stop", help="end the server")
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        # Two at a time would build the same graph twice, and start two servers.
        with open(FOLDER / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            serve(arguments.extract, port_number(arguments.port)) if arguments.command == "start" else end()
    except Trouble as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
