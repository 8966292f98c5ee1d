// Brings an open page up to date when something moved elsewhere: never under the finger, and without chatter.
(() => {
  "use strict";
  const bar = document.getElementById("live");
  if (!bar || !window.EventSource) return;
  const said = bar.querySelector("[role=status]"), show = bar.querySelector("button"), moving = document.getElementById("moving");
  const { on, tab, doing, ask } = bar.dataset;
  let since = bar.dataset.since;
  const all = (selector, root) => [...root.querySelectorAll(selector)];
  const later = (slot, act, wait) => { clearTimeout(later[slot]); later[slot] = setTimeout(act, wait); };

  // --- The stream: one for a page that is seen, none for a hidden one ---------------------------------------------------
  const COME_BACK = 30000;
  let stream = null;
  function stop() { if (stream) stream.close(); stream = null; }
  function listen() {
    if (stream || document.hidden) return;
    const opened = new EventSource(`/live?${new URLSearchParams({ on, tab, since, doing })}`);
    stream = opened;
    for (const kind of ["moved", "here"]) opened.addEventListener(kind, (event) => { since = event.lastEventId || since; wish(kind); });
    // A stream that was cut comes back by itself; one that was refused is asked for again a little later.
    opened.addEventListener("error", () => { if (opened.readyState === EventSource.CLOSED && stream === opened) { stop(); later("listen", listen, COME_BACK); } });
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  window.addEventListener("pagehide", () => { stop(); navigator.sendBeacon("/live/gone", new URLSearchParams({ tab })); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) listen(); });

  // --- Asking again: as whoever is signed in, and not more often than anybody could read ---------------------------------
  const PAUSE = { moved: 1500, here: 4000 }, AFTER_TROUBLE = 10000;
  let wanted = "", asking = false, asked = -Infinity;
  function wish(kind, least = 0) {
    if (wanted !== "moved") wanted = kind;
    later("look", look, Math.max(least, asked + PAUSE[wanted] - performance.now()));
  }
  async function look() {
    if (asking || document.hidden) return;
    wanted = "";
    asking = true;
    asked = performance.now();
    let took = false;
    try {
      const answer = await fetch(ask || location.href, { headers: { "makegood-by-itself": "1" } });
      if (answer.ok && !answer.redirected) {
        take(new DOMParser().parseFromString(await answer.text(), "text/html"));
        took = true;
      }
    } catch { /* no way to the server: it is asked again */ }
    asking = false;
    if (wanted) wish(wanted);
    else if (!took) wish("moved", AFTER_TROUBLE);
  }

  // --- What is different, as a person would count it -----------------------------------------------------------------------
  const keyOf = (node) => (node.nodeType === Node.ELEMENT_NODE && (node.dataset.line || node.id)) || "";
  const lines = (root) => all("[data-line], .story ol > li[id]", root);
  function sense(line) {
    const copy = line.cloneNode(true);
    for (const soft of all("time, [data-here]", copy)) soft.remove();
    return copy.textContent.replace(/\s+/g, " ") + all("a", copy).map((link) => link.getAttribute("href")).join(" ");
  }
  function changes(from, to) {
    const before = new Map(lines(from).map((line) => [keyOf(line), sense(line)]));
    const after = lines(to).map((line) => [keyOf(line), sense(line)]), names = new Set(after.map(([name]) => name));
    const other = after.filter(([name, words]) => before.get(name) !== words).length;
    // What falls off the end of a story has only grown older; a line that left a list is done.
    const gone = [...before.keys()].filter((name) => !names.has(name) && !name.startsWith("event-")).length;
    const stayed = after.map(([name]) => name).filter((name) => before.has(name));
    const order = [...before.keys()].filter((name) => names.has(name));
    return other + gone || Number(stayed.some((name, at) => name !== order[at]));
  }

  // --- Never under the finger --------------------------------------------------------------------------------------------
  const TOUCHED = 3000, LEAVE = 700;
  let touched = -Infinity, pointer = "mouse", held = null;
  function finger() {
    const words = document.getSelection();
    // A finger that was lifted leaves its hover behind.
    return (pointer === "touch" ? performance.now() - touched < TOUCHED : moving.matches(":hover"))
      || moving.contains(document.activeElement) || (words && !words.isCollapsed && moving.contains(words.anchorNode));
  }
  const settle = () => later("settle", () => { if (held && !finger()) apply(); }, pointer === "touch" ? TOUCHED + 100 : LEAVE);
  if (moving) {
    for (const kind of ["pointerover", "pointerdown"]) moving.addEventListener(kind, (event) => { pointer = event.pointerType; touched = performance.now(); settle(); });
    for (const kind of ["pointerleave", "focusout"]) moving.addEventListener(kind, settle);
  }

  function take(page) {
    // Who else is there moves nothing, so it is said at once.
    const places = all("[data-here]", page), name = (place) => { const line = place.closest("[data-line]"); return line ? keyOf(line) : ""; };
    for (const place of all("[data-here]", document)) {
      const fresh = places.find((other) => name(other) === name(place));
      if (fresh && fresh.textContent !== place.textContent) place.textContent = fresh.textContent;
    }
    if (ask) return meanwhile(page.querySelector("[data-meanwhile]"));
    const fresh = page.getElementById("moving");
    if (!fresh || !moving) return;
    const count = changes(moving, fresh);
    held = fresh;
    if (!finger()) apply();
    else wait(count);
  }
  // How many changes wait stands on the button at once; it is spoken less often.
  function wait(count) {
    show.hidden = !count;
    said.classList.toggle("unseen", count > 0);
    if (count) show.firstElementChild.textContent = worded("", count);
    say(count ? worded("", count) : "");
  }

  function apply() {
    const count = changes(moving, held), known = new Set(lines(moving).map(keyOf)), active = document.activeElement;
    const inside = moving.contains(active), place = inside && active.closest("[data-line], li[id]");
    const anchor = place || lines(moving).find((line) => line.getBoundingClientRect().top >= 0);
    const top = anchor && anchor.getBoundingClientRect().top, scrolled = window.scrollY > 0;
    morph(moving, held);
    held = null;
    for (const line of lines(moving)) if (!known.has(keyOf(line))) line.classList.add("arrived");
    if (anchor && anchor.isConnected && (scrolled || place)) window.scrollBy(0, anchor.getBoundingClientRect().top - top);
    if (inside && document.activeElement !== active) refocus(active, place);
    wait(0);
    say(count ? worded("shown", count) : "");
    if (count) later("hush", () => say(""), 8000);
  }
  // Focus stays on what it was on; when that is gone, on the line that took its place.
  function refocus(active, place) {
    const line = active.isConnected ? active : lines(moving).find((one) => place && keyOf(one) === keyOf(place)) || lines(moving)[0];
    const target = !line || line === active ? line : line.querySelector("[data-go], a[href], button");
    (target || document.getElementById("main")).focus({ preventScroll: true });
  }

  function morph(from, to) {
    if (from.isEqualNode(to)) return;
    if (from.nodeType !== Node.ELEMENT_NODE) { from.nodeValue = to.nodeValue; return; }
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && name !== "open") from.removeAttribute(name);
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value && name !== "open") from.setAttribute(name, value);
    const names = new Set([...to.children].map(keyOf));
    for (const child of [...from.children]) if (keyOf(child) && !names.has(keyOf(child))) child.remove();
    const known = new Map([...from.children].map((child) => [keyOf(child), child]));
    let next = from.firstChild;
    for (const wish of [...to.childNodes]) {
      const named = keyOf(wish), like = next && next.nodeName === wish.nodeName && !keyOf(next);
      const found = named ? known.get(named) : like ? next : null;
      if (!found) { from.insertBefore(document.importNode(wish, true), next); continue; }
      if (found === next) next = next.nextSibling;
      else from.insertBefore(found, next);
      morph(found, wish);
    }
    while (next) { const after = next.nextSibling; next.remove(); next = after; }
  }

  // --- What is said: one sentence at a time, at most one in eight seconds, never twice the same ---------------------------
  const HUSH = 8000;
  let spoke = -Infinity;
  const worded = (kind, n) => (bar.dataset[kind ? (n === 1 ? "shownOne" : "shownMany") : (n === 1 ? "one" : "many")]).replace("{n}", n);
  function say(words) {
    clearTimeout(later.hush);
    const speak = () => { if (said.textContent !== words) { said.textContent = words; if (words) spoke = performance.now(); } };
    if (!words) { clearTimeout(later.say); speak(); } else later("say", speak, Math.max(0, spoke + HUSH - performance.now()));
  }
  function meanwhile(news) {
    if (!news || news.textContent === said.textContent) return;
    said.replaceChildren(...[...news.childNodes].map((node) => document.importNode(node, true)));
  }
  show.addEventListener("click", () => { if (held) apply(); });
  document.addEventListener("keydown", (event) => {
    const letters = document.getElementById("keys-on");
    if (event.key !== "r" || show.hidden || event.ctrlKey || event.metaKey || event.altKey || (letters && !letters.checked)) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    apply();
  });
  listen();
})();
