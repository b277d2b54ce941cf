"""Published routing instances, and what routes on them cost: independent of every solver that is compared.

Distances are Euclidean. A set's convention says what becomes of distances, times, service and prizes:
`dimacs` ten times and truncated, `nearest` to the nearest whole number, `none` as they are.
"""

import math
from dataclasses import dataclass, field
from pathlib import Path

TOLERANCE = 1e-6


@dataclass
class Place:
    x: float
    y: float
    demand: float = 0
    earliest: float = 0
    latest: float = math.inf
    service: float = 0
    prize: float = 0


@dataclass
class Instance:
    name: str
    path: Path
    convention: str
    places: list  # the depot first
    vehicles: int
    capacity: float = math.inf
    is_tour: bool = False
    distances: list = field(default_factory=list)  # rounded, filled when first needed

    def rounded(self, value):
        if math.isinf(value):
            return value
        if self.convention == "dimacs":
            return math.floor(10 * value)
        return math.floor(value + 0.5) if self.convention == "nearest" else value

    def distance(self, a, b):
        one, other = self.places[a], self.places[b]
        return self.rounded(math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2))

    def evaluate(self, routes):
        """Cost of routes (positions of customers, without the depot) and what they break."""
        broken, seen, cost = [], set(), 0
        if len(routes) > self.vehicles:
            broken.append(f"{len(routes)} routes for {self.vehicles} vehicles")
        for number, route in enumerate(routes, 1):
            clock, load, here = self.rounded(self.places[0].earliest), 0, 0
            for stop in [*route, 0]:
                leg = self.distance(here, stop)
                place, here = self.places[stop], stop
                cost += leg
                clock = max(clock + leg, self.rounded(place.earliest))
                if clock > self.rounded(place.latest) + TOLERANCE:
                    broken.append(f"route {number} is late at {stop}")
                if stop:
                    clock += self.rounded(place.service)
                    load += place.demand
                    if stop in seen:
                        broken.append(f"{stop} is visited twice")
                    seen.add(stop)
            if load > self.capacity + TOLERANCE:
                broken.append(f"route {number} is overloaded")
        for stop in range(1, len(self.places)):
            if stop not in seen:
                cost += self.rounded(self.places[stop].prize)
                if self.places[stop].prize == 0:
                    broken.append(f"{stop} is not visited")
        return cost, broken


@dataclass
class Periodic:
    """Several days with a number of vehicles each; customers have sets of days on which they may be visited."""

    vehicles: int
    limits: list  # (longest route, capacity) by day
    places: list
    patterns: list  # of each place the allowed sets of days

    def evaluate(self, routes, days):
        """Unrounded length of routes (positions of customers), each on a day counted from 0, and what they break."""
        broken, cost, visits = [], 0, [[] for _ in self.places]
        for day, (longest, capacity) in enumerate(self.limits):
            todays = [route for route, its_day in zip(routes, days) if its_day == day]
            if len(todays) > self.vehicles:
                broken.append(f"{len(todays)} routes on day {day + 1} for {self.vehicles} vehicles")
            for route in todays:
                stops = [0, *route, 0]
                length = sum(math.dist((self.places[a].x, self.places[a].y), (self.places[b].x, self.places[b].y))
                             for a, b in zip(stops, stops[1:]))
                cost += length
                if length + sum(self.places[stop].service for stop in route) > longest + TOLERANCE:
                    broken.append(f"a route of day {day + 1} is too long")
                if sum(self.places[stop].demand for stop in route) > capacity + TOLERANCE:
                    broken.append(f"a route of day {day + 1} is overloaded")
                for stop in route:
                    visits[stop].append(day)
        for stop, allowed in enumerate(self.patterns):
            if stop and sorted(visits[stop]) not in allowed:
                broken.append(f"{stop} is visited on days {visits[stop]}")
        return cost, broken


def read_periodic(path):
    """Cordeau's format; the most significant bit of a pattern is the first day."""
    rows = [[float(word) for word in line.split()] for line in path.read_text().splitlines() if line.strip()]
    _, vehicles, _, period = map(int, rows[0])
    limits = [(longest or math.inf, capacity or math.inf) for longest, capacity in rows[1:1 + period]]
    places, patterns = [], []
    for _, x, y, service, demand, _, _, *codes in rows[1 + period:]:
        places.append(Place(x, y, demand, service=service))
        patterns.append([[day for day in range(period) if int(code) >> (period - 1 - day) & 1] for code in codes])
    return Periodic(vehicles, limits, places, patterns)


def read(path, convention):
    return read_solomon(path, convention) if path.suffix == ".txt" else read_vrplib(path, convention)


def read_solomon(path, convention):
    rows = [line.split() for line in path.read_text().splitlines() if line.strip()]
    numbers = [[float(word) for word in row] for row in rows[1:] if row[0].replace(".", "").isdigit()]
    vehicles, capacity = numbers[0]
    places = [Place(x, y, demand, ready, due, service) for _, x, y, demand, ready, due, service in numbers[1:]]
    return Instance(path.stem, path, convention, places, int(vehicles), capacity)


def read_vrplib(path, convention):
    keys, sections, current = {}, {}, None
    for line in path.read_text().splitlines():
        words = line.split()
        if not words or words[0] == "EOF":
            continue
        if words[0].endswith("_SECTION"):
            current = sections.setdefault(words[0], [])
        elif ":" in line:
            key, value = line.split(":", 1)
            keys[key.strip()] = value.strip()
        else:
            current.append([float(word) for word in words])
    places = [Place(x, y) for _, x, y in sections["NODE_COORD_SECTION"]]
    for place in places[1:]:
        place.service = float(keys.get("SERVICE_TIME", 0))
    fields = {"DEMAND_SECTION": ["demand"], "TIME_WINDOW_SECTION": ["earliest", "latest"],
              "SERVICE_TIME_SECTION": ["service"], "PRIZE_SECTION": ["prize"]}
    for section, names in fields.items():
        for row in sections.get(section, []):
            for name, value in zip(names, row[1:]):
                setattr(places[int(row[0]) - 1], name, value)
    is_tour = keys["TYPE"] == "TSP"
    vehicles = 1 if is_tour else int(keys.get("VEHICLES", len(places) - 1))
    return Instance(path.stem, path, convention, places, vehicles, float(keys.get("CAPACITY", math.inf)), is_tour)
