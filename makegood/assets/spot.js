// Marks a spot on the chosen picture by a click; the two numbers say the same, and are there without this script.
(() => {
  "use strict";
  const box = document.querySelector("[data-spot]");
  const form = box && box.closest("form");
  if (!form) return;
  const files = form.elements["file"], x = form.elements["spot.x"], y = form.elements["spot.y"];
  if (!files || !x || !y) return;
  const picture = box.querySelector("img"), across = box.querySelectorAll("line");
  const shown = new Set(box.dataset.spot.split(" "));
  const mille = (part, whole) => Math.max(0, Math.min(1000, Math.round((part / whole) * 1000)));
  const draw = () => {
    const here = x.value !== "" && y.value !== "";
    box.querySelector("svg").toggleAttribute("hidden", !here);
    for (const side of ["x1", "x2"]) across[0].setAttribute(side, x.value || 0);
    for (const side of ["y1", "y2"]) across[1].setAttribute(side, y.value || 0);
  };
  const choose = () => {
    box.hidden = !shown.has(files.value);
    if (!box.hidden) picture.src = location.pathname.replace(/\/do\/.*$/, "/files/") + files.value;
    draw();
  };
  picture.addEventListener("click", (press) => {
    const frame = picture.getBoundingClientRect();
    x.value = mille(press.clientX - frame.left, frame.width);
    y.value = mille(press.clientY - frame.top, frame.height);
    for (const number of [x, y]) number.dispatchEvent(new Event("input", { bubbles: true }));
  });
  files.addEventListener("change", choose);
  for (const number of [x, y]) number.addEventListener("input", draw);
  choose();
})();
