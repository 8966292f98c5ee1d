// Checks a record where it lies: the chain of its lines by SHA-256, the signature by Ed25519 (docs/record.md). Nothing is sent.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const room = by("verify"), input = by("verify-file"), said = by("verify-said");
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const words = (word, values = {}) => fill(document.querySelector(`#verify-words [data-says="${word}"]`).textContent, values);
  const when = (time) => new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const begins = '{"record":"makegood-record/', version = '1"', LF = 10, CR = 13;

  // What stops a check: a word of the page's list, and the line that it is about.
  class Wrong {
    constructor(word, line) { this.word = word; this.line = line; }
  }

  const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) || [], (two) => parseInt(two, 16));
  const isHex = (text, digits) => typeof text === "string" && text.length === digits && /^[0-9a-f]*$/.test(text);
  const ascii = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const startsWith = (bytes, text, at = 0) => ascii(text).every((byte, n) => bytes[at + n] === byte);
  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const text = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  function json(bytes) {
    try {
      const value = JSON.parse(text(bytes));
      return Number.isInteger(value.line) ? value : null;
    } catch { return null; }
  }

  function recognised(file) {
    if (!file.length) throw new Wrong("empty");
    if (!startsWith(file, begins)) {
      let odd = file.some((byte) => byte < 32 && byte !== 9 && byte !== LF && byte !== CR);
      try { text(file); } catch { odd = true; }
      throw new Wrong(odd ? "binary" : "no-record");
    }
    if (!startsWith(file, version, begins.length)) throw new Wrong("other-format");
    let ends = 0, turned = 0;
    file.forEach((byte, n) => { if (byte === LF) { ends += 1; if (n && file[n - 1] === CR) turned += 1; } });
    if (turned && turned === ends) throw new Wrong("line-ends");
  }
  // The lines, and whether the last of them has its end.
  function split(file) {
    const lines = [];
    let from = 0;
    for (let at = file.indexOf(LF); at >= 0; at = file.indexOf(LF, from)) {
      lines.push(file.subarray(from, at));
      from = at + 1;
    }
    if (from < file.length) lines.push(file.subarray(from));
    return [lines, from === file.length];
  }
  async function signs(key, last, signature) {
    if (!isHex(key, 64) || !isHex(signature, 128)) return false;
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", bytesOf(key), { name: "Ed25519" }, false, ["verify"]);
    } catch { throw new Wrong("no-signatures"); }
    return crypto.subtle.verify({ name: "Ed25519" }, imported, bytesOf(signature), ascii(`makegood-record/1 ${last}`));
  }

  // As check.rs does it, from the top, line by line.
  async function chain(lines, links, most) {
    const there = new Set(links.map((link) => link && link.line));
    let before = "";
    for (let n = 1; n <= most; n += 1) {
      const link = links[n - 1];
      if (!link) throw new Wrong("changed", n);
      if (link.line < n) throw new Wrong("added", n);
      if (link.line > n) throw new Wrong(there.has(n) ? "moved" : "missing", n);
      if (n > 1 && link.before !== before) throw new Wrong("changed", await whose(lines, links, n, before));
      if (link.signature !== undefined && n < lines.length) throw new Wrong("after-the-end", n + 1);
      before = hexOf(await sha256(lines[n - 1]));
    }
  }
  async function whose(lines, links, n, before) {
    const next = links[n], { signature } = links[n - 1];
    if (n < links.length) return next && next.before !== hexOf(await sha256(lines[n - 1])) ? n : n - 1;
    return links[0] && signature !== undefined && (await signs(links[0].key, before, signature).catch(() => false)) ? n : n - 1;
  }
  async function check(file) {
    recognised(file);
    const [lines, whole] = split(file), links = lines.map(json), count = lines.length;
    await chain(lines, links, whole ? count : count - 1);
    const end = links[count - 1];
    if (!whole || count < 2 || end.signature === undefined) throw new Wrong("cut", count);
    const last = hexOf(await sha256(lines[count - 2])), { signature } = end;
    if (text(lines[count - 1]) !== `{"line":${count},"before":"${last}","signature":"${signature}"}`) throw new Wrong("changed", count);
    const head = links[0];
    if (!isHex(head.key, 64)) throw new Wrong("changed", 1);
    const print = hexOf(await sha256(bytesOf(head.key))).slice(0, 32).match(/..../g).join(" ");
    if (head.fingerprint !== print) throw new Wrong("fingerprint");
    if (!(await signs(head.key, last, signature))) throw new Wrong("signature");
    return { head, count };
  }

  function show(kind, ...sentences) {
    said.replaceChildren(...sentences.map((sentence) => {
      const p = document.createElement("p");
      p.textContent = sentence;
      return p;
    }));
    said.className = kind;
  }
  // A second file while the first is still read: the answer is about the second.
  let turn = 0;
  async function take(file) {
    const mine = (turn += 1);
    const now = (...all) => { if (mine === turn) show(...all); };
    now("notice", words("reading"));
    try {
      if (file.size > Number(room.dataset.most)) throw new Wrong("too-large");
      const { head, count } = await check(new Uint8Array(await file.arrayBuffer()));
      const holds = words("holds", { case: head.case, lines: count, made: when(head.made) });
      const { name } = head.installation || {};
      if (head.key === room.dataset.key) now("notice", holds, words("ours"));
      else now("errors", words("another", { name, fingerprint: head.fingerprint }), holds);
    } catch (problem) {
      if (problem instanceof Wrong) now("errors", words(problem.word, { line: problem.line }));
      else now("errors", words("not-read"));
    }
  }
  by("verify-without").hidden = true;
  room.hidden = false;
  if (!globalThis.crypto || !crypto.subtle) {
    input.disabled = true;
    show("errors", words("no-crypto"));
    return;
  }
  input.addEventListener("change", () => { if (input.files.length) take(input.files[0]); });
})();
