// Keeps what is typed until it was sent: on the server, a moment after the last key; on this machine only as long as the server
// does not have it. Comes with pages that have a form to keep.
(() => {
  "use strict";
  const body = document.body.dataset, who = body.who || "";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  // Storage may be refused (private windows, policies) or full; the page must work all the same.
  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or refused */ } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* refused */ } },
    keys() { try { return Object.keys(localStorage); } catch { return []; } },
  };
  const DRAFT = "draft:", SENT = "makegood-sent", KEPT_DAYS = 14, HERE = 300, THERE = 1200, AGAIN = 8000;
  const keyOf = (form) => `${DRAFT}${who}:${form.dataset.keep}`;
  const fields = (form) => [...form.elements].filter((field) =>
    field.name && !["hidden", "password", "submit", "button", "file"].includes(field.type));
  const typedIn = (form) => fields(form).map((field) =>
    [field.name, field.value, field.type === "checkbox" || field.type === "radio" ? field.checked : null]);

  // --- Left over on this machine: what was typed without a way to the server, or sent without an answer; what was accepted is
  // dropped by the page that a form leads to (makegood.js) --------------------------------------------------------------------
  function dropOld() {
    const oldest = Date.now() - KEPT_DAYS * 864e5;
    for (const key of store.keys()) if (key.startsWith(DRAFT) && !((store.get(key) || {}).at > oldest)) store.drop(key);
  }
  function restore(form) {
    const draft = store.get(keyOf(form));
    if (!draft || form.querySelector(".errors, .refusal")) return false;
    let changed = false;
    const waiting = [...draft.typed];
    for (const field of fields(form)) {
      const at = waiting.findIndex(([name, value, ticked]) => name === field.name && (ticked === null || value === field.value));
      if (at < 0) continue;
      const [[, value, ticked]] = waiting.splice(at, 1);
      if (ticked === null) { if (field.value !== value) { field.value = value; changed = true; } }
      else if (field.checked !== ticked) { field.checked = ticked; changed = true; }
    }
    if (!changed) return false;
    const said = form.querySelector(".back") || form.insertBefore(document.createElement("div"), form.firstChild);
    said.className = "back";
    said.setAttribute("role", "status");
    said.textContent = body.kept;
    for (const folded of all("details", form)) if (fields(form).some((field) => folded.contains(field) && field.value && field.type !== "checkbox")) folded.open = true;
    return true;
  }

  // --- Kept while somebody types --------------------------------------------------------------------------------------------
  function keep(form) {
    if (!fields(form).length) return;
    for (const button of all(".by-hand", form)) button.hidden = true;
    const said = form.querySelector(".saved"), blank = JSON.stringify(typedIn(form));
    let here = 0, there = 0, changes = 0, kept = 0, sending = false, asking = null, wasKept = Boolean(form.querySelector(".back"));
    const words = () => {
      const pairs = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") pairs.append(name, value);
      for (const secret of all("[type=password]", form)) pairs.delete(secret.name);
      return pairs;
    };
    const at = () => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date());
    const say = (sentence) => { if (said) said.textContent = sentence; };
    const hold = (sent) => store.set(keyOf(form), { at: Date.now(), typed: typedIn(form), sent });

    async function save() {
      clearTimeout(there);
      if (sending || changes === kept) return;
      if (asking) { there = setTimeout(save, THERE); return; }
      const now = changes, untouched = JSON.stringify(typedIn(form)) === blank && !wasKept;
      asking = new AbortController();
      try {
        const answer = await fetch(untouched ? "/drafts/discard" : "/drafts", { method: "POST", body: words(), signal: asking.signal });
        if (!answer.ok || answer.redirected) throw new Error(answer.status);
        kept = now;
        if (kept === changes) { clearTimeout(here); store.drop(keyOf(form)); }
        say(untouched ? "" : said.dataset.saved.replace("{time}", at()));
      } catch {
        if (!sending) { say(said.dataset.unsaved); there = setTimeout(save, AGAIN); }
      }
      asking = null;
      if (!sending && changes !== now) there = setTimeout(save, THERE);
    }
    form.addEventListener("input", () => {
      changes += 1;
      clearTimeout(here);
      clearTimeout(there);
      here = setTimeout(hold, HERE);
      there = setTimeout(save, THERE);
    });
    window.addEventListener("online", save);
    window.addEventListener("pagehide", () => { if (!sending && changes !== kept) navigator.sendBeacon("/drafts", words()); });
    form.addEventListener("submit", (event) => {
      clearTimeout(here);
      clearTimeout(there);
      sending = true;
      if (asking) asking.abort();
      if (event.submitter && event.submitter.name === "by_hand") { store.drop(keyOf(form)); return; }
      // The same words sent again after an answer that never came are the same act: the server does it once.
      const before = store.get(keyOf(form)), id = form.elements.request_id;
      if (id && before && before.sent && JSON.stringify(before.typed) === JSON.stringify(typedIn(form))) id.value = before.sent;
      hold(id && id.value);
      try { sessionStorage.setItem(SENT, keyOf(form)); } catch { /* refused */ }
    });
    // A page that comes back from the browser's memory was not sent after all.
    window.addEventListener("pageshow", (event) => { if (event.persisted) sending = false; });
    // What is left on this machine, or came back with a refusal, is not on the server yet.
    if (restore(form) || store.get(keyOf(form)) || form.querySelector(".errors, .refusal")) { changes += 1; wasKept = true; save(); }
  }

  dropOld();
  for (const form of all("form[data-keep]")) keep(form);
})();
