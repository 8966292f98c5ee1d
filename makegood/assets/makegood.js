// Makes the pages better and is needed by none of them: running times, their clock, where the eye goes first.
(() => {
  "use strict";
  const body = document.body.dataset;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // --- What drafts.js left on this machine ------------------------------------------------------------------------------
  // A form was accepted when its post was answered by a redirect, and not by one to the sign-in page.
  try {
    const sent = sessionStorage.getItem("makegood-sent"), arrival = performance.getEntriesByType("navigation")[0];
    sessionStorage.removeItem("makegood-sent");
    if (sent && body.who && arrival && arrival.redirectCount) localStorage.removeItem(sent);
  } catch { /* storage is refused: nothing was left */ }
  for (const form of all("form[data-sign-out]")) form.addEventListener("submit", () => {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(`draft:${body.who}:`)) localStorage.removeItem(key);
    } catch { /* refused */ }
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

  // A server often lives in UTC, and the first visitor seldom does.
  for (const zone of all("form[action='/first-run'] [name=zone]")) {
    if (zone.value === "Etc/UTC") zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || zone.value;
  }

  document.addEventListener("click", (event) => {
    for (const menu of all("details.me[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  // Alt with an arrow moves the step under the hand: the button that does it says so.
  document.addEventListener("keydown", (event) => {
    const step = event.altKey && event.key.startsWith("Arrow") && event.target.closest("[data-step]");
    const button = step && step.querySelector(`[aria-keyshortcuts="Alt+${event.key}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });

  // A link that is shown once goes to the clipboard at once, where the browser lets it; else by its button.
  for (const copy of all("[data-copy]")) {
    if (!navigator.clipboard) continue;
    const put = () => navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent)
      .then(() => { copy.textContent = copy.dataset.copied; }, () => { /* not allowed here: the link is there to be marked */ });
    copy.hidden = false;
    copy.addEventListener("click", put);
    put();
  }
})();
