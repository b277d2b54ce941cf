"""Workspaces for checks: a company with its store, and a config for each server."""

import csv
import hashlib
import json
import random
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-13"

CONFIG = """\
company: {{ name: Ländle, zone: Europe/Vaduz, currency: EUR, locale: en-GB }}
paths:
  store: company.sqlite
  output: public
  roads: {name}.sqlite
  templates: {root}/templates
  assets: {root}/assets
stages:
  - {{ name: Prospecting, probability: 0.1 }}
  - {{ name: Value Proposition, probability: 0.5 }}
  - {{ name: Closed Won, outcome: won }}
  - {{ name: Closed Lost, outcome: lost }}
import:
  salesforce:
    columns:
      Account:
        Visit_Cadence_Days__c: customer.cadence_days
        Visit_Minutes__c: customer.visit_minutes
        Opening_Hours__c: customer.opening_hours
        CustomerPriority__c: customer.priority
      Event:
        Outcome__c: activity.outcome
      Case:
        CSAT__c: service_case.satisfaction
"""


class Failed(Exception):
    pass


class Workspace:
    """A folder with one store and any number of configs."""

    def __init__(self, folder: Path, fieldbook: str):
        self.folder = folder
        self.fieldbook = fieldbook
        folder.mkdir(parents=True)

    def config(self, name: str, server: str = "", **settings) -> str:
        """Writes NAME.yml, with a cache of answers of its own; without a server it knows no roads."""
        text = CONFIG.format(name=name, root=ROOT)
        if server:
            settings = {"server": server, **settings}
            text += "travel:\n  roads:\n" + "".join(f"    {key}: {value}\n" for key, value in settings.items())
        (self.folder / f"{name}.yml").write_text(text)
        return name

    def run(self, *arguments: str, config: str, limit: float = 300) -> tuple[str, str, float]:
        """Standard output, standard error and seconds."""
        began = time.monotonic()
        try:
            result = subprocess.run([self.fieldbook, *arguments, "--config", str(self.folder / f"{config}.yml")],
                                    stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=limit)
        except subprocess.TimeoutExpired:
            raise Failed(f"'fieldbook {' '.join(arguments)}' ({config}) did not end within {limit:.0f} s") from None
        if result.returncode != 0:
            raise Failed(f"'fieldbook {' '.join(arguments)}' ({config}) ended with {result.returncode}:\n"
                         f"{result.stdout[-1500:]}{result.stderr[-1500:]}")
        return result.stdout, result.stderr, time.monotonic() - began

    def answer(self, *arguments: str, config: str, limit: float = 300) -> tuple[dict, float]:
        output, _, seconds = self.run(*arguments, "--json", config=config, limit=limit)
        return json.loads(output), seconds

    def build(self, config: str, *options: str, limit: float = 300) -> tuple[dict, float]:
        return self.answer("build", "--as-of", AS_OF, *options, config=config, limit=limit)

    def tree(self) -> dict[str, str]:
        """The site as built last: the hash of each file."""
        site = self.folder / "public"
        return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(site.rglob("*")) if path.is_file()}

    def import_salesforce(self, export: Path) -> None:
        self.config("import")
        self.run("import", "--preset", "salesforce", str(export), config="import")


def difference(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)]


def write_company(folder: Path, roads: Path, customers: int, reps: int = 4, seed: int = 1) -> None:
    """A Salesforce export with so many customers beside roads of a GeoJSON file, dealt out to reps from south to north."""
    spots = []
    for feature in json.loads(roads.read_text())["features"]:
        shape = feature["geometry"]
        if shape["type"] == "LineString":
            spots += shape["coordinates"]
        elif shape["type"] == "MultiLineString":
            spots += [spot for line in shape["coordinates"] for spot in line]
    # Above 800 metres roads are few and ways to places long: the valley is where customers are.
    spots = sorted({(round(lat, 6), round(lon, 6)) for lon, lat, *_ in spots if lon < 9.56})
    chosen = sorted(random.Random(seed).sample(spots, customers))
    folder.mkdir(parents=True)
    with open(folder / "User.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow("Id,Username,LastName,FirstName,Name,Latitude,Longitude,TimeZoneSidKey,IsActive".split(","))
        for rep in range(reps):
            home = chosen[(2 * rep + 1) * customers // (2 * reps)]
            rows.writerow([f"0055g0000000{rep:03}AAA", f"rep{rep}@example.com", f"Rep{rep}", "Ada", f"Ada Rep{rep}", *home,
                           "Europe/Berlin", "true"])
    with open(folder / "Account.csv", "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Id,IsDeleted,Name,Type,BillingCountry,BillingLatitude,BillingLongitude,OwnerId,CreatedDate,"
                       "Visit_Cadence_Days__c,Visit_Minutes__c,CustomerPriority__c").split(","))
        for number, (lat, lon) in enumerate(chosen):
            rows.writerow([f"0015g000000{number:04}AAA", "false", f"Customer {number}", "Customer - Direct", "Liechtenstein",
                           lat, lon, f"0055g0000000{number * reps // customers:03}AAA", "2025-03-17T10:00:00.000Z", 28, 20,
                           "Medium"])
