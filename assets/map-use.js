// What a reader can do with a map (see map.js): mouse, touch, keyboard, the legend as a filter, the lasso.
"use strict";
(() => {
  const { MOST, ARROWS, clamp, make, draw, count, sums, format, placeOf, readMap, regroup, keepSizes, move, glide, zoom, centre, linkTo, openCard, closeCard, subjectOf, near } = window.fieldbookMaps;
  const HINT = "Arrow keys move the map, plus and minus zoom, 0 shows the whole map. Tab goes on to a customer: from there arrow keys go to its neighbours, Page Down to the next by urgency, Enter opens it.";
  const URGENCY = ["s-overdue", "s-due", "s-prospect", "s-on-cadence"];
  const button = (label, name, act) => {
    const node = make("button", { type: "button", textContent: label, title: name, ...(label.length === 1 && { ariaLabel: name }) });
    node.addEventListener("click", act);
    return node;
  };
  const pointOf = (map, { clientX, clientY }) => {
    const rect = map.svg.getBoundingClientRect(), unit = rect.width / map.svg.viewBox.baseVal.width;
    return { x: (clientX - rect.left) / unit, y: (clientY - rect.top) / unit };
  };
  const shownMap = (box) => box.maps.find(({ svg }) => svg.getClientRects().length) || box.maps[0];
  const whole = (map) => glide(map, 1, 0, 0);

  // ---- Mouse and touch

  function listen(map) {
    const { svg, box, fingers } = map;
    let dragged = false, pinch = null, last = null;
    // Two fingers are the map's; one finger is too when there is something to move, else it scrolls the page (see map.css).
    const claim = (event) => { if (event.cancelable && (event.touches.length > 1 || map.k > 1 || box.isDrawing)) event.preventDefault(); };
    svg.addEventListener("touchstart", (event) => { if (event.touches.length > 1) claim(event); }, { passive: false });
    svg.addEventListener("touchmove", claim, { passive: false });
    svg.addEventListener("dragstart", (event) => event.preventDefault());

    svg.addEventListener("pointerdown", (event) => {
      if (event.button > 0 || event.target.closest(".legend")) return;
      if (!fingers.size) dragged = false;
      fingers.set(event.pointerId, { ...pointOf(map, event), clientX: event.clientX, clientY: event.clientY });
      pinch = null;
      if (fingers.size > 1) { dragged = true; map.line = null; drawLasso(map, []); }
      else if (box.isDrawing) { event.preventDefault(); map.line = [pointOf(map, event)]; svg.setPointerCapture(event.pointerId); }
    });
    svg.addEventListener("pointermove", (event) => {
      const point = pointOf(map, event), finger = fingers.get(event.pointerId);
      if (!finger) { if (event.pointerType === "mouse" && !box.isDrawing) hover(map, point); return; }
      if (!dragged && Math.hypot(event.clientX - finger.clientX, event.clientY - finger.clientY) < 4) return;
      if (!dragged) svg.setPointerCapture(event.pointerId);
      dragged = true;
      const [dx, dy] = [point.x - finger.x, point.y - finger.y];
      Object.assign(finger, point);
      if (map.line) { map.line.push(point); drawLasso(map, map.line); }
      else if (fingers.size === 1) move(map, map.k, map.x + dx, map.y + dy);
      else {
        const [a, b] = [...fingers.values()];
        const now = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, gap: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
        if (pinch) zoom(map, now.gap / pinch.gap, pinch, (_, k, x, y) => move(map, k, x + now.x - pinch.x, y + now.y - pinch.y));
        pinch = now;
      }
    });
    const lift = (event) => {
      fingers.delete(event.pointerId);
      pinch = null;
      if (map.line && event.type === "pointerup" && map.line.length > 3) keepLasso(map, map.line);
      map.line = null;
    };
    svg.addEventListener("pointerup", lift);
    svg.addEventListener("pointercancel", lift);
    svg.addEventListener("pointerleave", () => { if (!box.card.isHeld) closeCard(box); });

    svg.addEventListener("click", (event) => {
      // Enter on a link has no detail, and a link in a new tab is the browser's.
      if (event.target.closest(".legend") || (event.detail === 0 && !dragged) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (dragged || box.isDrawing) return;
      const point = pointOf(map, event);
      const isAgain = last && event.timeStamp - last.time < 350 && Math.hypot(point.x - last.x, point.y - last.y) < 25;
      last = isAgain ? null : { ...point, time: event.timeStamp };
      if (isAgain) { closeCard(box); zoom(map, 2, point); return; }
      choose(map, near(map, point, event.pointerType === "touch" ? 20 : 9), point, event.target);
    });
    svg.addEventListener("wheel", (event) => {
      const isAsked = event.ctrlKey || event.metaKey;
      if (!isAsked && !svg.contains(document.activeElement)) return;
      const k = map.k, lines = event.deltaMode ? 16 : 1;
      zoom(map, clamp(Math.exp(-event.deltaY * lines * (isAsked && Math.abs(event.deltaY) < 50 ? 0.01 : 0.002)), 0.5, 2), pointOf(map, event), move);
      // At an end of the zoom the wheel is the page's again.
      if (isAsked || map.k !== k) event.preventDefault();
    }, { passive: false });
  }

  function hover(map, point) {
    const { box } = map;
    if (box.card.isHeld) return;
    const mark = near(map, point, 9);
    map.svg.classList.toggle("is-over", Boolean(mark));
    if (!mark) closeCard(box);
    else if (box.card.mark !== mark || box.card.hidden) { openCard(box, subjectOf(map, mark), false); box.card.mark = mark; }
  }

  // An area, where no pin is near: what is under the pointer.
  function subjectUnder(map, target, point) {
    const area = target.closest("a.area");
    return area && {
      map, x: (point.x - map.x) / map.k, y: (point.y - map.y) / map.k, name: area.querySelector("title")?.textContent || "Open",
      href: area.getAttribute("href"), lines: [], rows: [],
    };
  }

  // A pin shows its card; a cluster opens where it can.
  function choose(map, mark, point, target) {
    const { box } = map;
    if (mark?.members && mark.opensAt < MOST && !mark.isFixed) { closeCard(box); centre(map, mark, Math.min(MOST, Math.max(map.k, mark.opensAt * 1.05))); return; }
    const subject = mark ? subjectOf(map, mark) : subjectUnder(map, target, point);
    if (subject) openCard(box, subject, true);
    else closeCard(box);
  }

  // ---- Keyboard

  function keys(map) {
    const { svg, box } = map;
    svg.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = ARROWS[event.key];
      if (box.isDrawing && arrow) stretch(map, arrow, event.shiftKey);
      else if (box.isDrawing && event.key === "Enter") keepLasso(map, map.corners || []);
      else if (event.key === "Escape") {
        if (!box.card.hidden) closeCard(box);
        else if (box.isDrawing) setDrawing(box, false);
        else if (map.k > 1) whole(map);
        else return;
      } else if (arrow && map.k > 1) glide(map, map.k, map.x - arrow[0] * map.width / 6, map.y - arrow[1] * map.height / 6);
      else if (event.key === "+" || event.key === "=") zoom(map, 1.5);
      else if (event.key === "-") zoom(map, 1 / 1.5);
      else if (event.key === "0" || event.key === "Home") whole(map);
      else return;
      event.preventDefault();
    });

    // One stop of Tab for all pins: a ring that goes from one to the other.
    const cursor = draw("a", { class: "cursor", tabindex: 0, role: "link", "aria-label": "What is on the map" });
    cursor.append(draw("circle", { r: 11 }));
    let at = null;
    map.onShow = () => { if (at) { const place = placeOf(map, at); cursor.setAttribute("transform", `translate(${place.x} ${place.y})`); } };
    const inFrame = (mark) => { const { x, y } = placeOf(map, mark); return x > 8 && y > 8 && x < map.width - 8 && y < map.height - 8; };
    const go = (mark) => {
      if (!mark) return;
      at = mark;
      const subject = subjectOf(map, mark);
      if (!inFrame(mark)) centre(map, mark);
      map.onShow();
      if (subject.href) cursor.setAttribute("href", subject.href);
      else cursor.removeAttribute("href");
      const words = [subject.name, ...subject.lines, ...sums(subject.rows, box.data)].join(", ");
      cursor.setAttribute("aria-label", words);
      box.live.textContent = words;
      openCard(box, subject, false);
    };
    const neighbour = (arrow) => {
      const from = placeOf(map, at);
      let best = null, least = Infinity;
      for (const mark of map.marks) {
        if (!mark.isShown || mark === at) continue;
        const place = placeOf(map, mark);
        const ahead = (place.x - from.x) * arrow[0] + (place.y - from.y) * arrow[1];
        const aside = Math.abs((place.x - from.x) * arrow[1]) + Math.abs((place.y - from.y) * arrow[0]);
        if (ahead > 0 && aside <= ahead && ahead + aside < least) { least = ahead + aside; best = mark; }
      }
      return best;
    };
    // The urgent first and from west to east, then clusters; stops of a route stay in their order.
    const rank = ({ pin }) => (URGENCY.indexOf(pin?.symbol) + 9) % 9;
    const ordered = () => map.marks.filter((mark) => mark.isShown).sort((a, b) => rank(a) - rank(b) || (rank(a) < 8 ? a.x - b.x : 0));
    cursor.addEventListener("focus", () => { if (cursor.matches(":focus-visible")) go(at?.isShown ? at : ordered().find(inFrame) || ordered()[0]); });
    cursor.addEventListener("blur", () => { if (!box.card.isHeld) closeCard(box); });
    cursor.addEventListener("keydown", (event) => {
      const step = { PageDown: 1, PageUp: -1 }[event.key];
      if (!at || box.isDrawing || !(ARROWS[event.key] || step || (event.key === "Enter" && at.members))) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Enter") return choose(map, at);
      const list = step && ordered();
      go(step ? list[(list.indexOf(at) + step + list.length) % list.length] : neighbour(ARROWS[event.key]));
    });
    if (map.marks.length) map.view.parentNode.after(cursor);
  }

  // ---- The legend as a filter: what is pressed of colours is shown, and of these what is pressed of symbols

  function legend(box) {
    const chosen = { look: new Set(), symbol: new Set() };
    const entries = [];
    const known = { look: new Set(), symbol: new Set() };
    const passes = (pin, kind) => !chosen[kind].size || chosen[kind].has(pin[kind]) || !known[kind].has(pin[kind]);
    box.passes = (pin) => passes(pin, "look") && passes(pin, "symbol");
    const update = () => {
      const pins = [...box.pins.values()].filter((pin) => pin.isCounted);
      for (const { node, kind, value, figure } of entries) {
        const other = kind === "look" ? "symbol" : "look";
        const number = pins.filter((pin) => pin[kind] === value && passes(pin, other)).length;
        node.setAttribute("aria-pressed", String(chosen[kind].has(value)));
        if (figure) figure.textContent = format(number, box.data);
      }
      const shown = pins.filter(box.passes).length;
      box.all.hidden = !chosen.look.size && !chosen.symbol.size;
      box.shown.textContent = box.all.hidden ? "" : `${format(shown, box.data)} of ${count(pins.length, box.data)}`;
      closeCard(box);
      for (const map of box.maps) { regroup(map); keepSizes(map); if (map.lasso) sumLasso(map); }
    };
    box.showAll = () => { chosen.look.clear(); chosen.symbol.clear(); update(); };
    for (const map of box.maps) {
      const drawn = map.svg.querySelector(".legend");
      const isBelow = drawn && Number(drawn.querySelector("text")?.getAttribute("y")) > map.height;
      const asChips = isBelow || matchMedia("(pointer: coarse)").matches;
      const chips = make("div", { className: "map-chips", role: "group", ariaLabel: "Show only" });
      for (const entry of drawn?.querySelectorAll(".entry") || []) {
        const kind = entry.dataset.look ? "look" : "symbol", value = entry.dataset.look || entry.dataset.symbol;
        const counted = [...box.pins.values()].filter((pin) => pin.isCounted);
        const isFilter = value && counted.some((pin) => pin[kind] === value) && counted.some((pin) => pin[kind] !== value);
        const node = asChips ? chip(entry, isFilter) : entry;
        if (asChips) chips.append(node);
        if (!isFilter) continue;
        known[kind].add(value);
        if (!asChips) Object.entries({ role: "button", tabindex: 0 }).forEach(([key, word]) => node.setAttribute(key, word));
        const toggle = () => { if (!chosen[kind].delete(value)) chosen[kind].add(value); update(); };
        node.addEventListener("click", toggle);
        node.addEventListener("keydown", (event) => {
          if (asChips || (event.key !== "Enter" && event.key !== " ")) return;
          event.preventDefault();
          toggle();
        });
        node.setAttribute("aria-pressed", "false");
        entries.push({ node, kind, value, figure: node.querySelector(".count") });
      }
      if (!asChips || !chips.children.length) continue;
      map.svg.after(chips);
      drawn.classList.add("is-off");
      if (isBelow) { map.svg.setAttribute("viewBox", `0 0 ${map.svg.viewBox.baseVal.width} ${map.height}`); map.svg.setAttribute("height", map.height); }
    }
  }

  // A finger needs more room than a line of the legend has: the same as an HTML button, with the same mark.
  function chip(entry, isFilter) {
    const text = entry.querySelector("text");
    const mark = draw("svg", { class: "drawing map", viewBox: `${text.getAttribute("x") - 22} ${text.getAttribute("y") - 14} 20 20`, width: 20, height: 20, "aria-hidden": true });
    mark.append(...[...entry.children].filter((node) => node !== text).map((node) => node.cloneNode(true)));
    const words = make("span");
    for (const node of text.childNodes) words.append(node.nodeType === 1 ? make("span", { className: node.getAttribute("class") || "", textContent: node.textContent }) : node.textContent);
    return make(isFilter ? "button" : "span", { className: "map-chip", ...(isFilter && { type: "button" }) }, mark, words);
  }

  // ---- The lasso

  function setDrawing(box, isDrawing) {
    box.isDrawing = isDrawing;
    box.lasso.setAttribute("aria-pressed", String(isDrawing));
    box.element.classList.toggle("is-drawing", isDrawing);
    box.total.textContent = isDrawing ? "Draw around customers. With the keyboard: arrows move the frame, Shift and arrows stretch it, Enter keeps it." : "";
    for (const map of box.maps) { map.corners = map.lasso = null; drawLasso(map, []); }
    box.sum.hidden = true;
  }
  // The line is kept in places of the map at rest, so that it stays around its customers.
  function drawLasso(map, points) {
    map.outline ??= map.view.appendChild(draw("path", { class: "lasso" }));
    const placed = points.map(({ x, y }) => [((x - map.x) / map.k).toFixed(2), ((y - map.y) / map.k).toFixed(2)]);
    map.outline.setAttribute("d", placed.length ? `M${placed.map((pair) => pair.join(" ")).join("L")}z` : "M0 0");
    return placed.map(([x, y]) => [+x, +y]);
  }
  function stretch(map, [dx, dy], isSize) {
    const { width, height } = map;
    const [a, , c] = map.corners || [{ x: width * 0.35, y: height * 0.35 }, 0, { x: width * 0.65, y: height * 0.65 }];
    const step = 12;
    const left = clamp(a.x + (isSize ? 0 : dx * step), 0, width - step), top = clamp(a.y + (isSize ? 0 : dy * step), 0, height - step);
    const right = clamp(c.x + dx * step, left + step, width), bottom = clamp(c.y + dy * step, top + step, height);
    map.corners = [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
    map.lasso = drawLasso(map, map.corners);
    sumLasso(map);
  }
  function keepLasso(map, points) {
    setDrawing(map.box, false);
    if (!points.length) return;
    map.lasso = drawLasso(map, points);
    sumLasso(map);
  }
  const isInside = (line, x, y) => line.reduce((inside, [ax, ay], at) => {
    const [bx, by] = line[(at + line.length - 1) % line.length];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
  }, false);
  function sumLasso(map) {
    const { box, lasso } = map, { data } = box;
    const marks = map.marks.filter((mark) => {
      const { x, y } = placeOf(map, mark);
      return mark.isShown && !mark.isFixed && isInside(lasso, (x - map.x) / map.k, (y - map.y) / map.k);
    });
    const rows = [...new Set(marks.flatMap((mark) => mark.passing || [mark.pin]))].filter((pin) => pin.isCounted);
    // A hexagon has a number instead of names.
    const pins = rows.filter((pin) => !pin.number).sort((a, b) => a.name.localeCompare(b.name, document.documentElement.lang));
    box.total.textContent = [count(rows.reduce((sum, pin) => sum + (pin.number || 1), 0), data), ...sums(rows, data)].join(" · ");
    const more = pins.length - 20;
    box.names.replaceChildren(...pins.slice(0, 20).map((pin) => make("li", {}, linkTo(pin))), ...(more > 0 ? [make("li", { textContent: `and ${format(more, data)} more` })] : []));
    box.rows = pins;
    box.sum.hidden = false;
  }
  // Cells that a spreadsheet would run as a formula get an apostrophe, as in all our CSV.
  const cell = (value) => {
    const text = String(value ?? "").replace(/^(?=[=+\-@\t\r])(?!-?\d+(\.\d+)?$)/, "'");
    return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  function copyButton(box) {
    if (!navigator.clipboard?.writeText) return [];
    const copy = button("Copy as CSV", "Copy these customers as CSV", async () => {
      const head = ["name", ...(box.data.measures || []).map((measure, index) => `${(box.data.units || [])[index] || ""} ${measure}`.trim())];
      const text = [head, ...box.rows.map((pin) => [pin.name, ...head.slice(1).map((_, index) => pin.sums[index])])].map((row) => row.map(cell).join(",")).join("\r\n");
      copy.textContent = await navigator.clipboard.writeText(text + "\r\n").then(() => "Copied", () => "Not allowed here");
      setTimeout(() => { copy.textContent = "Copy as CSV"; }, 2000);
    });
    return [copy];
  }

  // ---- All together

  function start(element, index) {
    const drawings = [...element.querySelectorAll("svg.map")].filter((svg) => svg.querySelector(".view") && svg.querySelector("clipPath rect"));
    if (!drawings.length) return;
    const source = element.querySelector(".map-data");
    const box = { element, data: source ? JSON.parse(source.textContent) : {}, pins: new Map(), passes: () => true, rows: [] };
    box.maps = drawings.map((svg) => readMap(box, svg));
    box.card = make("div", { className: "map-card", hidden: true });
    box.live = make("p", { className: "sr" });
    box.total = make("p", { className: "map-total" });
    box.shown = make("span", { className: "map-shown" });
    for (const node of [box.live, box.total, box.shown]) node.setAttribute("aria-live", "polite");
    box.all = button("Show all", "Show all customers again", () => { box.showAll(); shownMap(box).svg.focus({ preventScroll: true }); });
    box.all.hidden = true;
    box.lasso = button("Lasso", "Add up customers: draw around them", (event) => {
      setDrawing(box, !box.isDrawing);
      if (!box.isDrawing || event.detail) return;
      shownMap(box).svg.focus();
      stretch(shownMap(box), [0, 0], false);
    });
    box.lasso.setAttribute("aria-pressed", "false");
    box.lasso.hidden = box.maps[0].marks.filter(({ pin, members }) => members || (pin.isCounted && pin.symbol !== "s-stop")).length < 2;
    box.names = make("ul");
    box.sum = make("div", { className: "map-sum", hidden: true }, box.names, button("Clear", "Clear the lasso", () => { setDrawing(box, false); box.lasso.focus(); }), ...copyButton(box));
    const hint = make("p", { className: "sr", id: `map-hint-${index}`, textContent: HINT });
    const bar = make("div", { className: "map-bar", role: "group", ariaLabel: "Map" },
      button("+", "Zoom in", () => zoom(shownMap(box), 2)), button("−", "Zoom out", () => zoom(shownMap(box), 0.5)),
      button("Whole map", "Show the whole map", () => whole(shownMap(box))), box.lasso, box.all, box.shown);
    element.append(box.card, bar, box.total, box.sum, box.live, hint);
    element.classList.add("is-live");
    legend(box);
    for (const map of box.maps) {
      Object.entries({ tabindex: 0, role: "group", "aria-describedby": hint.id }).forEach(([key, value]) => map.svg.setAttribute(key, value));
      listen(map);
      keys(map);
    }
    document.addEventListener("pointerdown", (event) => { if (box.card.isHeld && !element.contains(event.target)) closeCard(box); });
    element.addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.defaultPrevented && !box.card.hidden) { closeCard(box); shownMap(box).svg.focus(); } });
  }
  document.querySelectorAll(".map-box").forEach(start);
})();
