// Makes a talk flow and is needed by no page: parts that take turns, a timer, one key that goes on, times read back as they are typed.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
  const put = (field, value) => { field.value = value; changed(field); };
  const usable = "input:not([type=hidden]):not([hidden]), select, textarea, button";
  for (const piece of all("[data-scripted]")) piece.hidden = false;

  // --- A form in parts: before, listening, after -------------------------------------------------------------------------
  const staged = document.querySelector("form[data-stages]");
  const tabs = staged ? all("[role=tab]", staged) : [], parts = tabs.map((tab) => document.getElementById(tab.getAttribute("aria-controls")));
  const acts = staged && staged.querySelector(":scope > .acts"), gate = staged && staged.querySelector(".gate");
  const present = () => tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
  const firstOf = (root) => all(usable, root).find((field) => field.checkVisibility());

  function turnTo(n, focus) {
    const last = n === tabs.length - 1;
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === n));
      tab.tabIndex = at === n ? 0 : -1;
      parts[at].hidden = at !== n;
    });
    // What was kept and the way to discard it stay in sight; the acts wait for the last part.
    for (const piece of acts.children) if (!piece.matches(".saved, [name=by_hand]")) piece.hidden = !last;
    if (gate) gate.hidden = !last;
    if (parts[n].id === "do-listening") begin(); else if (n > 0) end();
    if (!focus) return;
    const field = document.getElementById(parts[n].dataset.focus) || parts[n].querySelector("[data-go]") || firstOf(parts[n]);
    if (field) field.focus({ preventScroll: true });
    if (focus === "scroll") tabs[0].parentElement.scrollIntoView({ block: "start" });
  }

  // The field of a sentence above the form, or of a fold, is brought into sight before it is gone to.
  function reveal(field) {
    const at = parts.findIndex((part) => part.contains(field));
    if (at >= 0) turnTo(at, false);
    for (let fold = field.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
  }

  // --- The timer: it starts when they are on the line, and its minutes fill the field ------------------------------------
  const began = document.getElementById("do-began"), minutes = document.getElementById("do-minutes");
  let ticking = 0, clock = null;
  const told = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(began.value)) / 1000)), two = (n) => String(n).padStart(2, "0");
    clock.textContent = ` ${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  };
  function begin() {
    if (!began || minutes.value) return;
    if (!began.value) put(began, new Date(Date.now()).toISOString());
    if (!ticking) ticking = setInterval(told, 1000);
    told();
  }
  function end() {
    if (!ticking) return;
    clearInterval(ticking);
    ticking = 0;
    if (!minutes.value) put(minutes, String(Math.max(1, Math.round((Date.now() - Date.parse(began.value)) / 60000))));
  }

  function stage() {
    if (!tabs.length) return;
    tabs[0].parentElement.hidden = false;
    parts.forEach((part, n) => {
      part.setAttribute("role", "tabpanel");
      part.setAttribute("aria-labelledby", tabs[n].id);
      part.querySelector("h2").classList.add("unseen");
      tabs[n].addEventListener("click", () => turnTo(n, "scroll"));
    });
    clock = document.createElement("span");
    clock.setAttribute("role", "timer");
    clock.className = "figures";
    tabs[1].append(clock);
    tabs[0].parentElement.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const n = (present() + step + tabs.length) % tabs.length;
      turnTo(n, false);
      tabs[n].focus();
      event.preventDefault();
    });
    for (const button of all("[data-go]", staged)) button.addEventListener("click", () => turnTo(parts.findIndex((part) => part.id === button.dataset.go), "scroll"));
    const wrong = staged.querySelector("[aria-invalid]"), refused = staged.querySelector(".errors, .refusal, .gate");
    const asked = parts.findIndex((part) => part.id === `do-${new URLSearchParams(location.search).get("part")}`);
    const first = asked >= 0 ? asked : refused ? tabs.length - 1 : 0;
    turnTo(first, asked >= 0 || !refused);
    if (wrong) reveal(wrong);
    if (refused) { const summary = staged.querySelector(".errors"); if (summary) summary.focus(); }
    for (const link of all(".errors a", staged)) link.addEventListener("click", () => {
      const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (field) reveal(field);
    });
  }

  // --- One key goes on; another leads from part to part of a long sheet ---------------------------------------------------
  function goOn(form) {
    const n = form === staged ? present() : -1;
    if (n >= 0 && n < tabs.length - 1) turnTo(n + 1, "scroll");
    else form.requestSubmit(form.querySelector("button[data-go-on]") || form.querySelector("button[type=submit]"));
  }
  function leap(form, step) {
    const root = partOf(form), heads = all("h3, details.more", root).filter((head) => !head.parentElement.closest("details"));
    const here = document.activeElement;
    const isBefore = (head) => head.contains(here) || (head.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const at = heads.filter(isBefore).length - 1 + step;
    if (at < 0) { const field = firstOf(root); if (field) field.focus(); return; }
    const head = heads[Math.min(at, heads.length - 1)];
    if (!head) return;
    if (head.tagName === "DETAILS") head.open = true;
    const follows = (field) => head.contains(field) || (head.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const field = all(usable, root).find((field) => follows(field) && field.checkVisibility());
    if (field) { field.focus(); field.scrollIntoView({ block: "center" }); }
  }
  const partOf = (form) => (form === staged ? parts[present()] : form);
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const form = (event.target.closest && event.target.closest("form[data-keep]")) || staged;
    if (!form) return;
    if (event.key === "Enter") goOn(form);
    else if (event.key === "ArrowDown") leap(form, 1);
    else if (event.key === "ArrowUp") leap(form, -1);
    else return;
    event.preventDefault();
  });

  // --- Times are read back in words, and promises in the notes are proposed -----------------------------------------------
  const reads = /(^|[._])(at|due|until|arrives|need_by)$|^options\[\d\]\.what$|^promises\[\d\]\.words$|^plan\.never_again$|^notes$/;
  const asked = document.querySelector("form#do");
  const where = asked && asked.action.match(/\/cases\/[^/]+\/do\//) ? asked.action.replace(/\/do\/.*$/, "/read-back") : null;
  const timed = where ? [...asked.elements].filter((field) => field.name && ["text", "textarea"].includes(field.type) && reads.test(field.name) && field.id !== "do-began") : [];
  const outputs = new Map();
  for (const field of timed) {
    if (field.name === "notes") continue;
    const nudge = document.getElementById(`${field.id}-nudge`), output = nudge || document.createElement("p");
    if (!nudge) { output.className = "nudge"; output.hidden = true; field.after(output); }
    output.setAttribute("aria-live", "polite");
    outputs.set(field.name, output);
  }
  const caught = asked && asked.querySelector("[data-caught]");
  let asking = 0, latest = 0;
  async function readBack() {
    const body = new URLSearchParams(), turn = latest += 1;
    for (const field of timed) if (field.value.trim()) body.append(field.name, field.value);
    if (!body.size) return;
    try {
      const answer = await fetch(where, { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer.ok || turn !== latest) return;
      const back = await answer.json();
      for (const [name, output] of outputs) {
        const words = back.read[name] || "";
        if (output.textContent !== words) output.textContent = words;
        output.hidden = !words;
      }
      if (caught && caught.dataset.shown !== back.caught) { caught.dataset.shown = back.caught; caught.innerHTML = back.caught; }
    } catch { /* the line is down: the words stay, and are read when they are saved */ }
  }
  const soon = () => { clearTimeout(asking); asking = setTimeout(readBack, 350); };
  for (const field of timed) field.addEventListener("input", soon);
  if (timed.some((field) => field.value.trim())) soon();

  function take(button) {
    const rows = all("input[name^='promises[']", asked);
    const field = button.dataset.take === "promises" ? rows.find((row) => !row.value.trim()) || rows[rows.length - 1] : asked.elements[button.dataset.take];
    if (!field) return;
    put(field, button.value);
    reveal(field);
    field.focus();
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button[data-fill], button[data-start], button[data-take]");
    if (!button) return;
    const to = button.dataset.fill || button.dataset.start, field = to && document.getElementById(to);
    if (button.dataset.take) take(button);
    else if (button.dataset.start) { put(field, said()); field.focus(); }
    else { put(field, button.value); field.focus(); }
  });

  // --- Their words, line by line, become worries, annoyances and ideas without being typed twice --------------------------
  const lists = ["concerns", "frustrations", "suggestions"].map((name) => asked && asked.elements[name]);
  const notes = asked && asked.elements.notes;
  const lines = (field) => (field ? field.value.split("\n").map((line) => line.replace(/^[\s∙•*-]+/, "").trim()).filter(Boolean) : []);
  const phrase = asked && asked.querySelector("[data-phrase]");
  // Their first worry, else their first line, else the trouble itself.
  const said = () => phrase.dataset.phrase.replace("{words}", (lines(lists[0])[0] || lines(notes)[0] || phrase.dataset.worry).replace(/[.?!]+$/, ""));
  function sort() {
    const sorted = asked.querySelector("[data-sort]");
    if (phrase) phrase.textContent = said();
    if (!sorted) return;
    const known = lists.map(lines), list = sorted.querySelector("ul"), theirs = lines(notes);
    sorted.hidden = !theirs.length;
    list.replaceChildren(...theirs.slice(0, 30).map((line) => {
      const item = document.createElement("li"), words = document.createElement("span");
      words.className = "theirs";
      words.textContent = line;
      item.append(words, ...lists.map((field, n) => {
        const button = document.createElement("button"), isIn = known[n].includes(line);
        button.type = "button";
        button.textContent = sorted.dataset[["worry", "annoyance", "idea"][n]];
        button.setAttribute("aria-pressed", String(isIn));
        button.addEventListener("click", () => {
          put(field, (isIn ? lines(field).filter((other) => other !== line) : [...lines(field), line]).join("\n"));
        });
        return button;
      }));
      return item;
    }));
  }
  if (notes && lists[0]) {
    for (const field of [notes, ...lists]) field.addEventListener("input", sort);
    sort();
  }

  stage();
  // Whoever opens a case or an act by a key is at its first field, unless there is something to read first.
  const opens = document.querySelector("form#open, form#do");
  const first = opens && !location.hash && !opens.querySelector(".errors, .refusal, .gate, .back") && document.activeElement === document.body && firstOf(opens);
  if (first) first.focus();
})();
