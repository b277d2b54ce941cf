// Lets a map be used: pan, zoom, cards. Without it a map is a picture with links. No library, nothing is fetched.
// Here is how a map is read and shown; hands, keys, legend and lasso are in map-use.js. All coordinates are units of the svg's viewBox.
"use strict";
(() => {
  const MOST = 12; // the closest zoom: coordinates have one decimal
  const NUMBER = /-?\d*\.?\d+/g;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const HEAD = [[-4, -5], [5, 0], [-4, 5], [-2, 0]]; // an arrowhead on the page: along the route, and across
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
  const make = (name, properties, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };
  const draw = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  // ---- Numbers and words

  function format(number, data, isMoney) {
    const [unit, letter] = isMoney && number >= 1e6 ? [1e6, "\u00a0M"] : isMoney && number >= 1e4 ? [1e3, "\u00a0k"] : [1, ""];
    const value = number / unit;
    const digits = unit > 1 ? (value < 10 ? 2 : value < 100 ? 1 : 0) : value < 10 ? 1 : 0;
    const parts = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumFractionDigits: digits }).formatToParts(value);
    const [group, decimal] = data.separators || [];
    return parts.map(({ type, value }) => (type === "group" && group) || (type === "decimal" && decimal) || value).join("") + letter;
  }
  const count = (number, data) => format(number, data) + " " + (data.nouns || ["customer", "customers"])[number === 1 ? 0 : 1];
  // "340 h a year", "€ 1.2 M open pipeline"; what is nothing is left out.
  const sums = (rows, data) => (data.measures || []).flatMap((measure, index) => {
    const sum = rows.reduce((sum, row) => sum + (row.sums[index] || 0), 0);
    if (!sum) return [];
    const unit = (data.units || [])[index] || "", isMoney = /^\p{Sc}/u.test(unit), figure = format(sum, data, isMoney);
    return (isMoney ? unit + "\u00a0" + figure : figure + (unit && "\u00a0" + unit)) + " " + measure;
  });

  // ---- Reading the drawing

  const lookOf = (node) => [...node.classList].filter((name) => /^(cat-\d+|again(-\d+)?|is-\w+)$/.test(name)).join(" ");
  const symbolOf = (node) => [...node.classList].find((name) => name.startsWith("s-")) || "";
  // Each mark of a path is "M x y", its place, and the shape around it in relative commands (m, l, h, v, z).
  const marksOf = (path) => path.getAttribute("d").split("M").slice(1).map((part) => {
    const [whole, x, y] = part.match(/^\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)/);
    const shape = part.slice(whole.length);
    return { x: +x, y: +y, shape, isShown: true, ...middle(shape) };
  });
  // The corners of a shape in relative commands, as seen from where it begins.
  function cornersOf(shape) {
    const corners = [];
    let x = 0, y = 0;
    for (const [, command, numbers] of shape.matchAll(/([mlhv])([^a-z]*)/g)) {
      const steps = numbers.match(NUMBER).map(Number);
      while (steps.length) {
        if (command !== "v") x += steps.shift();
        if (command !== "h") y += steps.shift();
        corners.push([x, y]);
      }
    }
    return corners;
  }
  // How far from its place a shape is drawn, so that pins do not cover each other: always so many pixels.
  function middle(shape) {
    const between = (numbers) => (numbers.length ? (Math.min(...numbers) + Math.max(...numbers)) / 2 : 0), corners = cornersOf(shape);
    return { dx: between(corners.map(([x]) => x)), dy: between(corners.map(([, y]) => y)) };
  }
  // The routes: how far each is moved aside, its lines, and its arrowheads, which come to lie above the lines of all.
  function readRoutes(map) {
    for (const { parentNode: group } of [...map.view.querySelectorAll(".route")]) {
      const top = group.cloneNode(false), [dx = 0, dy = 0] = (group.dataset.shift || "").match(NUMBER)?.map(Number) || [];
      const line = group.querySelector("defs path, path.route"), node = group.querySelector(".chevron") || draw("path", { class: "chevron", d: "" });
      top.append(node);
      group.parentNode.append(top);
      map.routes.push({ groups: [group, top], dx, dy, node, lines: linesOf(line, /(?=m)/), heads: [linesOf(node, /(?<=z)/).map(headOf)] });
    }
  }
  // Where one line ends, and where a closed one begins, the next one is counted from.
  function linesOf(path, between) {
    let from = [0, 0];
    return (path.getAttribute("d") || "").split(between).filter(Boolean).map((part) => {
      const line = cornersOf(part).map(([x, y]) => [x + from[0], y + from[1]]);
      from = line.at(part.endsWith("z") ? 0 : -1);
      return line;
    });
  }
  // An arrowhead's corners as seen from its place on the line, two sevenths of the way from the notch to the tip.
  function headOf(corners) {
    const [, tip, , notch] = corners, x = notch[0] + ((tip[0] - notch[0]) * 2) / 7, y = notch[1] + ((tip[1] - notch[1]) * 2) / 7;
    return { x, y, corners: corners.map((corner) => [corner[0] - x, corner[1] - y]) };
  }
  // Between those drawn, for a map magnified by `zoom`: about every 90 pixels of the screen, and off each other.
  function addHeads(map, level, zoom) {
    const taken = map.routes.flatMap((route) => route.heads.flat().map(({ x, y }) => ({ route, x, y })));
    for (const route of map.routes) {
      route.heads[level] = [];
      for (const line of route.lines) {
        let length = 0;
        const ends = line.map(([x, y], index) => (length += index ? Math.hypot(x - line[index - 1][0], y - line[index - 1][1]) : 0));
        const place = (distance) => {
          const next = clamp(ends.findIndex((end) => end >= distance), 1, line.length - 1), [a, b] = [line[next - 1], line[next]];
          const share = (distance - ends[next - 1]) / (ends[next] - ends[next - 1] || 1);
          return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
        };
        for (let count = Math.round((length * zoom) / 90), index = 0; index < count; index++) {
          const distance = ((index + 0.5) * length) / count, [x, y] = place(distance), [[ax, ay], [bx, by]] = [place(distance - 6 / zoom), place(distance + 6 / zoom)];
          const chord = Math.hypot(bx - ax, by - ay), dx = (bx - ax) / chord, dy = (by - ay) / chord;
          if (chord * zoom < 10 || taken.some((head) => Math.hypot(head.x - x, head.y - y) * zoom < (head.route === route ? 44 : 22))) continue;
          route.heads[level].push({ x, y, corners: HEAD.map(([along, across]) => [dx * along - dy * across, dy * along + dx * across]) });
          taken.push({ route, x, y });
        }
      }
    }
  }

  // What is known of the customer at a mark: its row in the data block, or else what the drawing says.
  function pinOf(box, node, index) {
    const key = index ?? node;
    if (!box.pins.has(key)) {
      const { pins = [], links = ["", ""], lines: shared = [] } = box.data;
      const [name, link, lines, ...values] = pins[index] || [node.querySelector("title")?.textContent || ""];
      const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      box.pins.set(key, {
        name, href: link ? links[0] + (link === 1 ? slug : link) + links[1] : node.getAttribute("href"),
        lines: (lines || []).map((line) => (typeof line === "number" ? shared[line] : line)), sums: values,
        look: lookOf(node), symbol: symbolOf(node), isCounted: Boolean(pins[index]),
      });
    }
    return box.pins.get(key);
  }

  function readMap(box, svg) {
    const frame = svg.querySelector("clipPath rect");
    const map = {
      box, svg, view: svg.querySelector(".view"), width: +frame.getAttribute("width"), height: +frame.getAttribute("height"),
      k: 1, x: 0, y: 0, drawnAt: 1, marks: [], paths: [], fingers: new Map(), labels: [...svg.querySelectorAll(".view .labels text")],
      routes: [],
    };
    for (const part of [map.view, ...svg.querySelectorAll(".inset")]) readMarks(map, part);
    readRoutes(map);
    regroup(map);
    return map;
  }

  // All marks in the view or in an inset: pins alone, pins of a batch, clusters and their members, hexagons.
  function readMarks(map, part) {
    const isFixed = part !== map.view;
    const [shiftX = 0, shiftY = 0] = (part.getAttribute("transform") || "").match(NUMBER)?.map(Number) || [];
    const add = (mark, more) => {
      mark.dx += shiftX;
      mark.dy += shiftY;
      map.marks.push(Object.assign(mark, { isFixed, part }, more));
    };
    const indexesOf = (node) => (node.dataset.pins || node.dataset.pin || "").match(/\d+/g) || [];
    const parents = new Map();
    for (const node of part.querySelectorAll(".cluster")) {
      const mark = marksOf(node.querySelector("path"))[0];
      add(mark, { node, members: [] });
      for (const index of indexesOf(node)) parents.set(index, mark);
    }
    for (const node of part.querySelectorAll(".pins .pin")) {
      const isBatch = node.localName === "path", isMember = node.closest(".members"), indexes = indexesOf(node);
      const marks = marksOf(isBatch ? node : node.querySelector("path"));
      if (!isBatch) marks.length = 1;
      marks.forEach((mark, at) => {
        add(mark, { pin: pinOf(map.box, node, indexes[at]), parent: isMember && parents.get(indexes[at]), node: isBatch ? null : node });
        mark.parent?.members.push(mark);
      });
      if (isBatch) { map.paths.push({ node, marks }); continue; }
      // The card says it, and one stop for Tab is enough for all pins: see the cursor in map-use.js.
      node.querySelector("title")?.remove();
      if (node.localName === "a") { node.setAttribute("aria-label", marks[0].pin.name); node.setAttribute("tabindex", -1); }
    }
    for (const node of part.querySelectorAll(".hex")) {
      const number = +node.dataset.count, overdue = node.dataset.overdue;
      const sums = (node.dataset.sums || "").split(" ").map(Number);
      add(marksOf(node)[0], { isHexagon: true, pin: { name: count(number, map.box.data), lines: overdue ? [`${overdue} overdue`] : [], sums, number, isCounted: true } });
    }
  }

  // A cluster stands for those of its members that the legend lets through, and opens when half of these stand clear.
  function regroup(map) {
    for (const mark of map.marks) {
      if (!mark.members) continue;
      const passing = mark.members.filter(({ pin }) => map.box.passes(pin));
      mark.passing = passing.map(({ pin }) => pin);
      const looks = new Set(mark.passing.map((pin) => pin.look));
      mark.node.setAttribute("class", `cluster ${looks.size === 1 ? [...looks][0] : "is-plain"}`);
      mark.opensAt = opensAt(passing);
    }
  }
  function opensAt(marks) {
    const gaps = marks.map((one) => Math.min(...marks.map((other) => (other === one ? Infinity : Math.hypot(one.x - other.x, one.y - other.y)))));
    return 9 / gaps.sort((a, b) => a - b)[gaps.length >> 1]; // 0 for one alone
  }

  // ---- Showing

  const shrunk = (shape, k) => shape.replace(NUMBER, (number) => " " + +(number / k).toFixed(3));
  const about = (x, y, k) => (k === 1 ? "" : `translate(${x} ${y}) scale(${1 / k}) translate(${-x} ${-y})`);
  const placeOf = (map, { x, y, dx = 0, dy = 0, isFixed }) => (isFixed ? { x: x + dx, y: y + dy } : { x: x * map.k + map.x + dx, y: y * map.k + map.y + dy });

  function show(map) {
    map.view.setAttribute("transform", `translate(${map.x} ${map.y}) scale(${map.k})`);
    map.svg.classList.toggle("is-zoomed", map.k > 1);
    if (map.drawnAt !== map.k) keepSizes(map);
    map.drawnAt = map.k;
    if (map.box.card.subject?.map === map) followCard(map);
    map.onShow?.();
  }

  // Marks and words keep their size; which are seen depends on zoom (clusters, insets) and on the legend.
  function keepSizes(map) {
    const { k, box } = map;
    const shapes = new Map();
    const shapeOf = (shape) => shapes.get(shape) || shapes.set(shape, shrunk(shape, k)).get(shape);
    for (const mark of map.marks) {
      const isNear = !mark.isFixed || k === 1;
      if (mark.members) {
        mark.isOpen = k >= mark.opensAt;
        mark.isShown = isNear && !mark.isOpen && mark.passing.length > 0;
        tell(mark, box.data);
      } else mark.isShown = isNear && (!mark.parent || mark.parent.isOpen) && box.passes(mark.pin);
      if (!mark.node) continue;
      mark.node.classList.toggle("is-off", !mark.isShown);
      if (!mark.isFixed) mark.node.setAttribute("transform", about(mark.x, mark.y, k));
    }
    for (const node of map.svg.querySelectorAll(".members")) node.classList.toggle("is-open", map.marks.some((mark) => mark.isOpen && mark.part.contains(node)));
    for (const { node, marks } of map.paths) {
      const drawn = marks.filter((mark) => mark.isShown);
      node.setAttribute("d", drawn.map((mark) => `M${mark.x} ${mark.y}${mark.isFixed ? mark.shape : shapeOf(mark.shape)}`).join("") || "M0 0");
    }
    keepRoutes(map);
    if (!map.svg.getClientRects().length) return; // the other size of the two: nothing of it can be measured
    keepLabels(map);
    keepScale(map);
  }

  // Days side by side on one road keep the few pixels between them; arrowheads keep their size, and more of them show.
  function keepRoutes(map) {
    const { k, routes } = map, level = Math.floor(Math.log2(k));
    for (let next = 1; next <= level; next++) if (routes.length && !routes[0].heads[next]) addHeads(map, next, 2 ** next);
    for (const { groups, dx, dy, node, heads } of routes) {
      for (const group of groups) group.setAttribute("transform", `translate(${(1 / k - 1) * dx} ${(1 / k - 1) * dy})`);
      const shapes = heads.slice(0, level + 1).flat().map(({ x, y, corners }) => "M" + corners.map(([dx, dy]) => `${(x + dx / k).toFixed(2)} ${(y + dy / k).toFixed(2)}`).join("L") + "z");
      node.setAttribute("d", shapes.join("") || "M0 0");
    }
  }

  // A cluster's number, and its badge with the number of the overdue.
  function tell(mark, data) {
    const [number, urgent] = mark.node.querySelectorAll("text");
    number.textContent = format(mark.passing.length, data);
    if (!urgent) return;
    const overdue = mark.passing.filter((pin) => pin.symbol === "s-overdue").length;
    urgent.textContent = format(overdue, data);
    for (const node of mark.node.querySelectorAll(".badge, .urgent")) node.classList.toggle("is-off", !overdue);
  }

  // A label keeps its distance to its place; one that would come to stand on a more important one waits for the next zoom.
  function keepLabels(map) {
    map.boxes ??= map.labels.map((text) => {
      const here = [+text.getAttribute("x"), +text.getAttribute("y")], at = text.dataset.at?.split(" ").map(Number) || here;
      const { x, y, width, height } = text.getBBox();
      return { nodes: [text, ...text.querySelectorAll("tspan[x]")], at, here, left: x - at[0], top: y - at[1], width, height };
    });
    map.svg.style.setProperty("--k", map.k); // the style sheet divides words and strokes by it
    const kept = [];
    for (const { nodes, at, here, left, top, width, height } of map.boxes) {
      for (const node of nodes) node.setAttribute("x", at[0] + (here[0] - at[0]) / map.k);
      nodes[0].setAttribute("y", at[1] + (here[1] - at[1]) / map.k);
      const x = at[0] * map.k + left, y = at[1] * map.k + top;
      const clash = map.k > 1 && kept.some((other) => x < other.right && other.x < x + width && y < other.bottom && other.y < y + height);
      nodes[0].classList.toggle("is-off", clash);
      if (!clash) kept.push({ x, y, right: x + width, bottom: y + height });
    }
  }

  function keepScale(map) {
    const scale = map.svg.querySelector(".scale[data-metres-per-pixel]");
    const text = scale?.querySelector("text");
    if (!text) return;
    map.bars ??= [...scale.querySelectorAll("path")].map((path) => ({ path, ...pick(path.getBBox()), d: path.getAttribute("d") }));
    map.scaleText ??= { text: text.textContent, x: +text.getAttribute("x") };
    const perPixel = scale.dataset.metresPerPixel / map.k;
    const widest = Math.max(...map.bars.map((bar) => bar.width), 60);
    const power = 10 ** Math.floor(Math.log10(perPixel * widest));
    const metres = [5, 2, 1].find((step) => step * power <= perPixel * widest) * power;
    const pixels = metres / perPixel;
    for (const bar of map.bars) bar.path.setAttribute("d", map.k === 1 ? bar.d : `M${bar.x} ${bar.y}v${bar.height}h${pixels}v${-bar.height}`);
    const end = map.scaleText.x + (map.k === 1 ? 0 : pixels - map.bars[0].width);
    text.setAttribute("x", end);
    text.textContent = map.k === 1 ? map.scaleText.text : metres < 1000 ? `${+metres.toPrecision(1)}\u00a0m` : format(metres / 1000, map.box.data) + "\u00a0km";
  }
  const pick = ({ x, y, width, height }) => ({ x, y, width, height });

  // ---- Moving

  const limited = (map, k, x, y) => {
    k = clamp(k, 1, MOST);
    return { k, x: clamp(x, map.width * (1 - k), 0), y: clamp(y, map.height * (1 - k), 0) };
  };
  function move(map, k, x, y) {
    cancelAnimationFrame(map.frame);
    Object.assign(map, limited(map, k, x, y));
    show(map);
  }
  function glide(map, k, x, y) {
    if (calm.matches) return move(map, k, x, y);
    cancelAnimationFrame(map.frame);
    const from = { k: map.k, x: map.x, y: map.y }, to = limited(map, k, x, y), start = performance.now();
    const step = (now) => {
      const part = clamp((now - start) / 180, 0, 1);
      for (const key of ["k", "x", "y"]) map[key] = part === 1 ? to[key] : from[key] + (to[key] - from[key]) * part;
      show(map);
      if (part < 1) map.frame = requestAnimationFrame(step);
    };
    map.frame = requestAnimationFrame(step);
  }
  // The place under (x, y) stays where it is.
  function zoom(map, factor, { x, y } = { x: map.width / 2, y: map.height / 2 }, how = glide) {
    const k = clamp(map.k * factor, 1, MOST);
    how(map, k, x - ((x - map.x) * k) / map.k, y - ((y - map.y) * k) / map.k);
  }
  function centre(map, mark, k = map.k) {
    glide(map, k, map.width / 2 - mark.x * k, map.height / 2 - mark.y * k);
  }

  // ---- The card

  const linkTo = (pin) => (pin.href ? make("a", { href: pin.href, textContent: pin.name }) : make("span", { textContent: pin.name }));

  // subject: { map, x, y (of the map at rest), name, href, lines, rows } with rows = what is summed.
  function openCard(box, subject, isHeld) {
    const { card, data } = box;
    card.subject = subject;
    card.isHeld = isHeld;
    const more = (subject.list || []).length - 6;
    card.replaceChildren(
      make("p", { className: "map-name" }, linkTo(subject)),
      ...[...subject.lines, ...sums(subject.rows, data)].map((line) => make("p", { textContent: line })),
      ...(subject.list ? [make("ul", {}, ...subject.list.slice(0, 6).map((pin) => make("li", {}, linkTo(pin))))] : []),
      ...(more > 0 ? [make("p", { textContent: `and ${more} more` })] : []),
    );
    card.classList.toggle("is-held", isHeld);
    if (isHeld) {
      const close = make("button", { type: "button", className: "map-close", textContent: "×", ariaLabel: "Close" });
      close.addEventListener("click", () => { closeCard(box); subject.map.svg.focus({ preventScroll: true }); });
      card.append(close);
    }
    card.hidden = false;
    placeCard(box);
  }
  function closeCard(box) {
    box.card.hidden = true;
    box.card.subject = null;
    box.card.isHeld = false;
  }
  // Beside its place, above or below where there is more room, and always inside of the map.
  function placeCard(box) {
    const { card } = box, { subject } = card, { map } = subject;
    const outer = box.element.getBoundingClientRect(), rect = map.svg.getBoundingClientRect();
    const unit = rect.width / map.svg.viewBox.baseVal.width, place = placeOf(map, subject);
    const left = rect.left - outer.left, top = rect.top - outer.top, height = map.height * unit;
    card.style.maxWidth = `${Math.min(300, rect.width - 12)}px`;
    card.style.maxHeight = `${height - 12}px`;
    const x = left + place.x * unit, y = top + place.y * unit;
    const isAbove = place.y > map.height / 2;
    card.style.left = `${clamp(x - card.offsetWidth / 2, left + 6, left + rect.width - card.offsetWidth - 6)}px`;
    card.style.top = `${clamp(isAbove ? y - card.offsetHeight - 14 : y + 14, top + 6, top + height - card.offsetHeight - 6)}px`;
  }
  // It goes with its place, and closes when that leaves the picture.
  function followCard(map) {
    const { x, y } = placeOf(map, map.box.card.subject);
    if (x < 0 || y < 0 || x > map.width || y > map.height) closeCard(map.box);
    else placeCard(map.box);
  }
  const at = ({ x, y, dx, dy, isFixed }) => ({ x, y, dx, dy, isFixed });
  const subjectOf = (map, mark) => mark.members
    ? { ...at(mark), map, name: count(mark.passing.length, map.box.data), lines: [], rows: mark.passing, list: mark.passing }
    : { ...at(mark), map, ...mark.pin, rows: [mark.pin] };

  function near(map, point, reach) {
    let best = null;
    for (const mark of map.marks) {
      if (!mark.isShown) continue;
      const place = placeOf(map, mark);
      const distance = Math.hypot(place.x - point.x, place.y - point.y) - (mark.members ? 6 : mark.isHexagon ? 7 * map.k : 0);
      if (distance < reach) { reach = distance; best = mark; }
    }
    return best;
  }

  window.fieldbookMaps = { MOST, ARROWS, clamp, make, draw, format, count, sums, placeOf, readMap, regroup, keepSizes, move, glide, zoom, centre, linkTo, openCard, closeCard, subjectOf, near };
})();
