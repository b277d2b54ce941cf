// Adds a search over customers and small comforts. Every page can be read without it.
"use strict";
(() => {
  const root = document.body.dataset.root || "";
  const box = document.querySelector(".site-search");
  const input = document.getElementById("search");
  const list = document.getElementById("found");

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let entries = null;
  let found = [];
  let chosen = -1;

  // The index is a script, not data, because a page that is opened from a disk may not fetch anything.
  const load = () => {
    if (entries) return;
    entries = [];
    const script = document.createElement("script");
    script.src = root + "assets/search-index.js";
    script.onload = () => {
      entries = (window.fieldbookCustomers || []).map(([name, town, path]) => ({ name, town, path, key: plain(name + " " + town) }));
      show();
    };
    document.head.append(script);
  };
  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    if (index >= 0) input.setAttribute("aria-activedescendant", "found-" + index);
    else input.removeAttribute("aria-activedescendant");
  };
  const open = (entry) => { location.href = root + entry.path; };
  const show = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    found = words.length && entries ? entries.filter((entry) => words.every((word) => entry.key.includes(word))).slice(0, 12) : [];
    list.replaceChildren(...found.map((entry, index) => {
      const item = document.createElement("li");
      item.id = "found-" + index;
      item.role = "option";
      item.textContent = entry.name;
      const town = document.createElement("small");
      town.textContent = entry.town;
      item.append(town);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); open(entry); });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(found.length ? 0 : -1);
  };
  if (box && input && list) {
    box.hidden = false;
    input.addEventListener("focus", load);
    input.addEventListener("input", () => { load(); show(); });
    input.addEventListener("blur", () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!found.length) return;
        event.preventDefault();
        choose((chosen + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
      } else if (event.key === "Enter" && found[chosen]) { open(found[chosen]); }
      else if (event.key === "Escape") { input.value = ""; show(); }
    });
  }

  // One menu at a time, closed by Escape or a click elsewhere.
  const menu = document.querySelector(".nav-more details");
  if (menu) {
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.open = false; });
  }
})();

// Long tables get a filter: rows that hold all of its words stay.
(() => {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  document.querySelectorAll(".table-wrap").forEach((wrap) => {
    const rows = [...wrap.querySelectorAll("tbody tr")];
    if (rows.length < 60) return;
    const input = document.createElement("input");
    input.type = "search";
    input.className = "filter";
    input.placeholder = "Filter these rows";
    input.setAttribute("aria-label", "Filter: " + wrap.getAttribute("aria-label"));
    let texts = null;
    input.addEventListener("input", () => {
      texts = texts || rows.map((row) => plain(row.textContent));
      const words = plain(input.value).split(/\s+/).filter(Boolean);
      rows.forEach((row, index) => { row.hidden = !words.every((word) => texts[index].includes(word)); });
    });
    wrap.before(input);
  });
})();

// A rep's day: open today, follow the next stop, remember what is done on this phone.
(() => {
  const bar = document.querySelector("[data-next]");
  if (!bar) return;
  const days = [...document.querySelectorAll("details.day")];
  const now = () => new Date();
  const today = () => { const t = now(); return [t.getFullYear(), String(t.getMonth() + 1).padStart(2, "0"), String(t.getDate()).padStart(2, "0")].join("-"); };
  const current = days.find((day) => day.dataset.day === today());
  if (current) days.forEach((day) => { day.open = day === current; });
  const openDay = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const day = target && target.closest("details.day");
    if (day && !day.open) { day.open = true; target.scrollIntoView(); }
  };
  addEventListener("hashchange", openDay);
  openDay();
  // Paper has no folds.
  let folded = [];
  addEventListener("beforeprint", () => { folded = days.filter((day) => !day.open); folded.forEach((day) => { day.open = true; }); });
  addEventListener("afterprint", () => { folded.forEach((day) => { day.open = false; }); });

  // Storage can be refused (private windows, some browsers on file:); the page then remembers until it is closed.
  const held = new Map();
  const remembered = (key) => { try { return localStorage.getItem(key); } catch { return held.get(key); } };
  const remember = (key, value) => {
    held.set(key, value);
    try { if (value) localStorage.setItem(key, value); else localStorage.removeItem(key); } catch { /* held */ }
  };
  const day = current || days.find((one) => one.querySelector("[data-stop]"));
  const stops = [...day.querySelectorAll("[data-stop]")];
  const keyOf = (stop) => "done:" + day.dataset.day + "/" + stop.dataset.stop;
  const startOf = (stop) => stop.querySelector("time").textContent;
  const done = bar.querySelector("[data-next-done]");
  const name = bar.querySelector("[data-next-name]");
  const kicker = bar.querySelector("[data-next-kicker]");
  const dayName = day.querySelector("h2").textContent.split(" ")[0];
  const next = () => stops.find((stop) => !stop.classList.contains("is-done"));
  const setDone = (stop, isDone) => { remember(keyOf(stop), isDone ? "1" : ""); update(); };
  const wait = (minutes) => minutes < 60 ? minutes + " min" : Math.floor(minutes / 60) + " h " + String(minutes % 60).padStart(2, "0");
  const update = () => {
    stops.forEach((stop) => {
      const isDone = remembered(keyOf(stop)) === "1";
      stop.classList.toggle("is-done", isDone);
      let undo = stop.querySelector(".undo");
      if (isDone && !undo) {
        undo = document.createElement("button");
        undo.className = "button undo no-print";
        undo.type = "button";
        undo.textContent = "Not done after all";
        undo.addEventListener("click", () => setDone(stop, false));
        stop.append(undo);
      } else if (!isDone && undo) undo.remove();
    });
    const stop = next();
    bar.querySelectorAll(".button").forEach((button) => { button.hidden = !stop; });
    if (!stop) { kicker.textContent = dayName + ": all stops done"; name.textContent = "Home"; name.removeAttribute("href"); return; }
    name.textContent = stop.querySelector("h3 a").textContent;
    name.href = "#" + stop.id;
    const start = startOf(stop);
    const minutes = start.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) - now().getHours() * 60 - now().getMinutes();
    kicker.textContent = current ? start + (minutes >= 0 ? ", in " + wait(minutes) : ", " + wait(-minutes) + " late") : dayName + ", " + start;
    bar.querySelector("[data-next-navigate]").href = stop.querySelector(".go").href;
    const call = bar.querySelector("[data-next-call]");
    const tel = stop.querySelector(".tel");
    call.hidden = !tel;
    if (tel) call.href = tel.href;
  };
  done.addEventListener("click", () => { const stop = next(); if (stop) setDone(stop, true); });
  update();
  setInterval(update, 30000);
})();
