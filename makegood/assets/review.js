// Says of a text what a colleague would, while it is typed: the server reads it, this puts the answer beside the field, marks the words, and takes a
// suggestion by a key. Without it the button *Review* does the same.
(() => {
  "use strict";
  const box = document.querySelector("[data-review]"), field = box && document.getElementById(box.dataset.review);
  if (!field) return;
  const form = field.form, place = box.querySelector("[data-found]"), told = box.querySelector("[data-told]");
  const all = (selector) => [...place.querySelectorAll(selector)];
  for (const piece of box.querySelectorAll("[data-by-hand]")) piece.hidden = true;

  // --- The words that were found are marked behind the text, which stays a plain field --------------------------------------
  const layer = document.createElement("div"), around = document.createElement("div");
  layer.className = "marks";
  layer.setAttribute("aria-hidden", "true");
  around.className = "marked";
  field.before(around);
  around.append(layer, field);
  const follow = () => { layer.scrollTop = field.scrollTop; };
  field.addEventListener("scroll", follow);
  let here = -1;
  const found = () => all("li[data-from]");
  function mark() {
    const spans = found().map((item, n) => [+item.dataset.from, +item.dataset.to, `${item.className}${n === here ? " here" : ""}`]);
    const pieces = [];
    let at = 0;
    for (const [from, to, how] of spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
      if (from < at) continue;
      const words = document.createElement("mark");
      words.className = how;
      words.textContent = field.value.slice(from, to);
      pieces.push(field.value.slice(at, from), words);
      at = to;
    }
    layer.replaceChildren(...pieces, `${field.value.slice(at)}\n`);
    found().forEach((item, n) => item.classList.toggle("here", n === here));
    follow();
  }

  // --- What is said of it: one answer at a time, always of the last words ---------------------------------------------------
  let asking = false, again = false, speaking = 0, waiting = "", shown = place.innerHTML;
  function show(html) {
    if (html === shown) return;
    // Nobody loses the place where they are reading or writing a reason; a tick stays under the finger.
    const at = document.activeElement, tick = at.type === "checkbox" && at.id;
    if (place.contains(at) && !tick) { waiting = html; return; }
    const open = new Set(all("details[open]").map((fold) => fold.dataset.fold)), shut = new Set(all("details:not([open])").map((fold) => fold.dataset.fold));
    place.innerHTML = shown = html;
    waiting = "";
    for (const piece of all("[data-by-hand]")) piece.hidden = true;
    for (const fold of all("details")) fold.open = open.has(fold.dataset.fold) || (fold.open && !shut.has(fold.dataset.fold));
    here = -1;
    mark();
    if (tick && document.getElementById(tick)) document.getElementById(tick).focus({ preventScroll: true });
    clearTimeout(speaking);
    speaking = setTimeout(() => say(place.querySelector("[data-sum]")), 1500);
  }
  const say = (piece) => { if (piece && told.textContent !== piece.textContent) told.textContent = piece.textContent; };
  async function review() {
    if (asking) { again = true; return; }
    asking = true;
    again = false;
    const words = field.value, body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    try {
      const answer = await fetch(box.dataset.ask, { method: "POST", body, headers: { "makegood-by-itself": "1" } });
      const html = await answer.text();
      if (answer.ok && !answer.redirected && words === field.value) show(html);
    } catch { /* the line is down: what was said stays */ }
    asking = false;
    if (again) review();
  }
  field.addEventListener("input", () => { mark(); review(); });
  form.addEventListener("change", (event) => { if (event.target !== field) review(); });
  place.addEventListener("focusout", () => setTimeout(() => { if (waiting) show(waiting); }, 0));

  // --- From finding to finding, and a suggestion taken, by keys ---------------------------------------------------------------
  function go(step) {
    const items = found();
    if (!items.length) return;
    here = (here + step + items.length) % items.length;
    const item = items[here];
    for (let fold = item.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
    field.focus({ preventScroll: true });
    field.setSelectionRange(+item.dataset.from, +item.dataset.to);
    mark();
    item.scrollIntoView({ block: "nearest" });
    told.textContent = item.innerText;
  }
  // Typed as a person would, so that undo takes it back.
  function take(button) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(+button.dataset.from, +button.dataset.to);
    if (button.dataset.put) document.execCommand("insertText", false, button.dataset.put);
    else document.execCommand("delete");
  }
  document.addEventListener("keydown", (event) => {
    const button = (found()[here] || place).querySelector("[data-put]");
    if (event.key === "F8" && !event.ctrlKey && !event.altKey) go(event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && event.altKey && button) take(button);
    else return;
    event.preventDefault();
  });
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-put]");
    if (!button) return;
    event.preventDefault();
    take(button);
  });
  place.addEventListener("keydown", (event) => {
    // A reason is ended by Enter; it sends nothing.
    if (event.key !== "Enter" || event.target.type !== "text") return;
    event.preventDefault();
    field.focus();
  });
  mark();
})();
