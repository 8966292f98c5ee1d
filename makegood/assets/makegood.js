// Makes the pages better and is needed by none of them: keeps typed words, running times, their clock.
(() => {
  "use strict";
  const body = document.body.dataset;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Storage may be refused (private windows, policies) or full; the page must work all the same.
  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or refused */ } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* refused */ } },
    keys() { try { return Object.keys(localStorage); } catch { return []; } },
  };

  // --- Typed words stay until the form was accepted -------------------------------------------------------------------
  const DRAFT = "draft:", SENT = "makegood-sent", KEPT_DAYS = 14;
  const draftKey = (form) => `${DRAFT}${body.who || ""}:${location.pathname}:${form.id}`;
  const keptFields = (form) => [...form.elements].filter((field) =>
    field.name && !["hidden", "password", "submit", "button", "file"].includes(field.type));
  const typedIn = (form) => keptFields(form).map((field) =>
    [field.name, field.value, field.type === "checkbox" || field.type === "radio" ? field.checked : null]);

  // A form was accepted when its post was answered by a redirect, and not by one to the sign-in page.
  function settleSent() {
    let sent = null;
    try { sent = sessionStorage.getItem(SENT); sessionStorage.removeItem(SENT); } catch { return; }
    const arrival = performance.getEntriesByType("navigation")[0];
    if (sent && arrival && arrival.redirectCount > 0 && body.who) store.drop(sent);
  }

  function dropOldDrafts() {
    const oldest = Date.now() - KEPT_DAYS * 864e5;
    for (const key of store.keys()) if (key.startsWith(DRAFT) && !((store.get(key) || {}).at > oldest)) store.drop(key);
  }

  function restore(form) {
    const draft = store.get(draftKey(form));
    if (!draft || form.querySelector(".errors, .refusal")) return;
    let changed = false;
    const waiting = [...draft.typed];
    for (const field of keptFields(form)) {
      const at = waiting.findIndex(([name, value, ticked]) => name === field.name && (ticked === null || value === field.value));
      if (at < 0) continue;
      const [[, value, ticked]] = waiting.splice(at, 1);
      if (ticked === null) { if (field.value !== value) { field.value = value; changed = true; } }
      else if (field.checked !== ticked) { field.checked = ticked; changed = true; }
    }
    if (!changed) return;
    const said = document.createElement("p");
    said.className = "back";
    said.setAttribute("role", "status");
    said.textContent = body.kept;
    form.prepend(said);
    for (const folded of all("details", form)) if (keptFields(form).some((field) => folded.contains(field) && field.value && field.type !== "checkbox")) folded.open = true;
  }

  function keep(form) {
    if (!keptFields(form).length) return;
    let waiting = 0;
    const write = (sent) => store.set(draftKey(form), { at: Date.now(), typed: typedIn(form), sent });
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(write, 300); });
    form.addEventListener("submit", () => {
      clearTimeout(waiting);
      // The same words sent again after an answer that never came are the same act: the server does it once.
      const before = store.get(draftKey(form)), id = form.elements.request_id;
      if (id && before && before.sent && JSON.stringify(before.typed) === JSON.stringify(typedIn(form))) id.value = before.sent;
      write(id && id.value);
      try { sessionStorage.setItem(SENT, draftKey(form)); } catch { /* refused */ }
    });
  }

  settleSent();
  dropOldDrafts();
  for (const form of all("form[data-keep]")) { restore(form); keep(form); }
  for (const form of all("form[data-sign-out]")) form.addEventListener("submit", () => {
    for (const key of store.keys()) if (key.startsWith(`${DRAFT}${body.who || ""}:`)) store.drop(key);
  });
  // Where the eye goes first the keyboard goes too: to what is wrong, else to what was just done.
  const first = document.querySelector(".errors") || document.querySelector(".notice");
  if (first && !location.hash) first.focus({ preventScroll: true });

  // --- Times stay true without a reload; rounding is that of when.rs ---------------------------------------------------
  const LEFT = 240, HOUR = 60, DAY = 1440;
  function span(minutes) {
    const n = (sentence, value) => fill(sentence, { n: value });
    const days = (value) => (value === 1 ? body.day : n(body.days, value));
    if (minutes < HOUR) return n(body.min, minutes);
    if (minutes < DAY) {
      const rest = minutes < 10 * HOUR ? minutes % HOUR : 0;
      return n(body.hours, Math.floor(minutes / HOUR)) + (rest ? ` ${n(body.min, rest)}` : "");
    }
    const rest = minutes < 7 * DAY ? Math.floor((minutes % DAY) / HOUR) : 0;
    return days(Math.floor(minutes / DAY)) + (rest ? ` ${n(body.hours, rest)}` : "");
  }
  function worded(kind, at, now) {
    const left = Math.trunc((Math.floor(at / 1000) - Math.floor(now / 1000)) / 60), gone = Math.max(0, -left);
    if (kind === "since") return span(gone);
    if (kind === "ago") return gone < 1 ? body.just : fill(body.ago, { span: span(gone) });
    if (left === 0) return body.now;
    if (left < 0) return fill(body.late, { span: span(-left) });
    return left <= LEFT ? fill(body.due, { span: span(left) }) : null;
  }
  function retell() {
    for (const time of all("time[data-moves]")) {
      const words = worded(time.dataset.moves, Date.parse(time.dateTime), Date.now());
      if (words !== null && words !== time.textContent) time.textContent = words;
    }
  }
  // The disc fills with the words; shapes and shares are those of ui/clock.rs.
  const FILLS = [
    [1, "full", "M8 1.25A6.75 6.75 0 1 1 8 14.75A6.75 6.75 0 1 1 8 1.25Z"],
    [.75, "three-quarters", "M8 8V1.25A6.75 6.75 0 1 1 1.25 8Z"],
    [.5, "quarter", "M8 8V1.25A6.75 6.75 0 0 1 14.75 8Z"],
    [-Infinity, "far", "M8 8Z"],
  ];
  function refill() {
    for (const clock of all(".clock[data-to]")) {
      const { from, to } = clock.dataset, used = (Math.floor(Date.now() / 1000) - from) / Math.max(1, to - from);
      const [, name, shape] = FILLS.find(([share]) => used >= share);
      clock.className = `clock ${name}`;
      clock.querySelector(".part-of").setAttribute("d", shape);
    }
  }
  const tick = () => { retell(); refill(); };
  if (all("time[data-moves]").length) setInterval(tick, 60000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) tick(); });

  // --- What a local time is on their clock ------------------------------------------------------------------------------
  const wall = (at, zone) => Object.fromEntries(new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", weekday: "short",
  }).formatToParts(at).map((part) => [part.type, part.value]));
  const asUtc = (w) => Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute);
  function instantOf(local, zone) {
    const wanted = Date.parse(`${local}Z`);
    let at = wanted;
    // Twice is enough: the second round sees the offset of the right side of a clock change.
    for (let round = 0; round < 2; round += 1) at += wanted - asUtc(wall(at, zone));
    return at;
  }
  for (const output of all("output[data-their-zone]")) {
    const input = document.getElementById(output.htmlFor[0]);
    const show = () => {
      output.textContent = "";
      if (!input.value) return;
      try {
        const at = instantOf(input.value, output.dataset.ourZone), theirs = wall(at, output.dataset.theirZone);
        output.textContent = fill(body.theirs, { time: `${theirs.weekday} ${theirs.hour}:${theirs.minute}` });
      } catch { /* a zone this browser does not know */ }
    };
    input.addEventListener("input", show);
    show();
  }

  document.addEventListener("click", (event) => {
    for (const menu of all("details.me[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
})();
