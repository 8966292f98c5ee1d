// Ctrl or ⌘ and K: finds people, cases, customers, acts on this case and pages. The search box of the header needs none of this.
// It is fetched by keys.js, which opens the box, when it is first asked for; what was typed until then is looked for at once.
(() => {
  "use strict";
  const palette = document.getElementById("palette");
  if (!palette) return;
  const WAIT = 120;
  const input = palette.querySelector("input"), list = palette.querySelector("[role=listbox]"), says = palette.querySelector(".says");
  const how = says.textContent, on = (location.pathname.match(/^\/cases\/(MG-\d+)/) || [])[1] || "";
  const make = (tag, about, ...inside) => { const one = document.createElement(tag); for (const [name, value] of Object.entries(about)) one.setAttribute(name, value); one.append(...inside); return one; };
  const options = () => [...list.querySelectorAll("[role=option]")];
  let waiting = 0, asked = null;

  function choose(option) {
    for (const one of options()) one.setAttribute("aria-selected", one === option);
    input.setAttribute("aria-activedescendant", option ? option.id : "");
    if (option) option.scrollIntoView({ block: "nearest" });
  }
  function show(groups) {
    let n = 0;
    list.replaceChildren(...groups.map((group, at) => make("div", { role: "group", "aria-labelledby": `palette-${at}` },
      make("div", { role: "presentation", id: `palette-${at}` }, group.name),
      ...group.found.map((found) => {
        const option = make("div", { role: "option", id: `found-${n++}`, "aria-selected": "false", "data-href": found.href }, make("span", {}, found.words));
        if (found.beside) option.append(make("span", { class: "quiet" }, found.beside));
        return option;
      }))));
    choose(options()[0]);
    says.textContent = options().length ? how : palette.dataset.none;
  }
  async function find() {
    if (asked) asked.abort();
    const mine = asked = new AbortController(), q = input.value;
    try {
      const answer = await fetch(`/palette?${new URLSearchParams({ q, on })}`, { signal: mine.signal, headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      show((await answer.json()).groups);
      palette.dataset.answered = q;
    } catch (problem) {
      if (problem.name !== "AbortError") { list.replaceChildren(); says.textContent = palette.dataset.broken; }
    }
  }
  function open() {
    palette.showModal();
    input.select();
    find();
  }
  function go(option, aside) {
    if (!option) return;
    if (aside) window.open(option.dataset.href, "_blank", "noopener");
    else { palette.close(); location.assign(option.dataset.href); }
  }
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, WAIT); });
  input.addEventListener("keydown", (event) => {
    const all = options(), at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown") choose(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") choose(all[(at - 1 + all.length) % all.length]);
    else if (event.key === "Enter" && !event.isComposing) go(all[at], event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]"), event.ctrlKey || event.metaKey));
  palette.addEventListener("click", (event) => { if (event.target === palette) palette.close(); });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    if (palette.open) palette.close(); else if (!document.querySelector("dialog[open]")) open();
  });
  if (palette.open) find();
})();
