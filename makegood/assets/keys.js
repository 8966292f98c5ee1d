// Single keys: move along a list, do the acts of the line that has the focus, open what is one key away, list the keys.
(() => {
  "use strict";
  const LETTERS = "makegood-letters";
  const sheet = document.getElementById("keys"), search = document.getElementById("search"), letters = document.getElementById("keys-on");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const kept = { get() { try { return localStorage.getItem(LETTERS) !== "false"; } catch { return true; } }, set(on) { try { localStorage.setItem(LETTERS, on); } catch { /* refused */ } } };
  const show = () => document.documentElement.classList.toggle("by-key", !letters || letters.checked);

  if (letters) {
    letters.checked = kept.get();
    letters.addEventListener("change", () => { kept.set(letters.checked); show(); });
  }
  if (sheet) show();
  if (search) search.placeholder = search.dataset.hint || search.placeholder;
  const toggleSheet = () => (sheet.open ? sheet.close() : sheet.showModal());
  for (const button of all("[data-keys]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", toggleSheet);
  }

  const line = () => { const at = document.activeElement; return at && at.closest("[data-list] > li, [data-list] tbody > tr"); };
  function move(step) {
    const stops = all("[data-list] > li, table[data-list] > tbody > tr").map((one) => one.querySelector("[data-go], a[href], button")).filter(Boolean);
    if (!stops.length) return;
    const here = stops.findIndex((stop) => stop.closest("li, tr") === line());
    const next = here < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(stops.length - 1, Math.max(0, here + step));
    stops[next].focus();
    stops[next].closest("li, tr").scrollIntoView({ block: "nearest" });
  }
  // A key belongs to the line that has the focus; where no line has it, to the page.
  function opener(key) {
    const name = `[data-key="${CSS.escape(key)}"]`, here = line();
    return (here && here.querySelector(name)) || all(name).find((one) => !one.closest("[data-list]"));
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (letters && !letters.checked) return;
    const open = document.querySelector("dialog[open]");
    if (open && !(open === sheet && event.key === "?")) return;
    const act = opener(event.key);
    if (event.key === "/" && search) search.focus();
    else if (event.key === "?" && sheet) toggleSheet();
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (act) act.click();
    else return;
    event.preventDefault();
  });

  // Few open the palette, and every page would carry it: it comes with the first press. Its box opens at once, so that what is typed
  // before the script is here goes into it and not to the page, where a letter is an act.
  const palette = document.getElementById("palette");
  function fetchPalette(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    if (document.querySelector("dialog[open]")) return;
    document.removeEventListener("keydown", fetchPalette);
    palette.showModal();
    const script = document.createElement("script");
    script.src = palette.dataset.script;
    script.addEventListener("error", () => { script.remove(); palette.close(); document.addEventListener("keydown", fetchPalette); });
    document.head.append(script);
  }
  if (palette) document.addEventListener("keydown", fetchPalette);
})();
