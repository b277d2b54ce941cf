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
