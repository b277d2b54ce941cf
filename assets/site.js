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

// A rep's day: open today, follow the next stop, remember what is done on this phone.
(() => {
  const bar = document.querySelector("[data-next]");
  if (!bar) return;
  const days = [...document.querySelectorAll(".day")];
  const now = () => new Date();
  const today = () => { const t = now(); return [t.getFullYear(), String(t.getMonth() + 1).padStart(2, "0"), String(t.getDate()).padStart(2, "0")].join("-"); };
  const current = days.find((day) => day.dataset.day === today());
  if (current) days.forEach((day) => { day.open = day === current; });
  const openDay = () => { const target = location.hash && document.querySelector(location.hash); if (target) target.closest("details.day").open = true; };
  addEventListener("hashchange", openDay);
  if (/^#[\w-]+$/.test(location.hash)) openDay();
  // Expand everything on paper.
  addEventListener("beforeprint", () => days.forEach((day) => { day.open = true; }));

  // Storage can be refused (private windows, some browsers on file:); the page then simply forgets.
  const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* nothing to do */ } };
  const stops = (current || days.find((day) => day.open) || days[0]).querySelectorAll("[data-stop]");
  const done = bar.querySelector("[data-next-done]");
  const next = () => [...stops].find((stop) => !stop.classList.contains("is-done"));
  const update = () => {
    stops.forEach((stop) => stop.classList.toggle("is-done", remembered("done:" + stop.dataset.stop) === "1"));
    const stop = next();
    bar.querySelectorAll(".button").forEach((button) => { button.hidden = !stop; });
    const name = bar.querySelector("[data-next-name]");
    const kicker = bar.querySelector("[data-next-kicker]");
    if (!stop) { kicker.textContent = "All stops done"; name.textContent = "Home"; name.removeAttribute("href"); return; }
    name.textContent = stop.querySelector("h3 a").textContent;
    name.href = "#" + stop.id;
    const minutes = stop.dataset.start.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) - now().getHours() * 60 - now().getMinutes();
    kicker.textContent = "Next at " + stop.dataset.start + (current ? (minutes >= 0 ? ", in " + minutes + " min" : ", " + -minutes + " min late") : "");
    const actions = stop.querySelectorAll(".stop-actions a");
    bar.querySelector("[data-next-navigate]").href = actions[0].href;
    const call = bar.querySelector("[data-next-call]");
    const tel = [...actions].find((action) => action.protocol === "tel:");
    call.hidden = !tel;
    if (tel) call.href = tel.href;
    done.hidden = false;
  };
  done.addEventListener("click", () => { const stop = next(); if (stop) { remember("done:" + stop.dataset.stop, "1"); update(); } });
  stops.forEach((stop) => stop.querySelector(".disc").addEventListener("click", () => { remember("done:" + stop.dataset.stop, stop.classList.contains("is-done") ? "" : "1"); update(); }));
  update();
  setInterval(update, 30000);
})();
