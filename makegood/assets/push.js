// Connects this browser, so that it shows notices while no page of ours is open (assets/sw.js does). Without it the page says what is needed.
(() => {
  "use strict";
  const room = document.getElementById("push");
  if (!room) return;
  const form = room.querySelector("form");
  const can = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  const said = document.getElementById("push-said");
  const says = (word) => { said.textContent = said.dataset[word] || ""; };
  if (!can) return says("cannot");
  const key = Uint8Array.from(atob(room.dataset.push.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  room.hidden = false;
  says("ready");
  form.addEventListener("submit", async (event) => {
    if (form.elements.endpoint.value) return;
    event.preventDefault();
    try {
      if (await Notification.requestPermission() !== "granted") return says("refused");
      const worker = await navigator.serviceWorker.register("/sw.js");
      await navigator.serviceWorker.ready;
      const before = await worker.pushManager.getSubscription();
      if (before) await before.unsubscribe();
      const made = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
      form.elements.endpoint.value = made.endpoint;
      form.elements.p256dh.value = made.keys.p256dh;
      form.elements.auth.value = made.keys.auth;
      form.submit();
    } catch { says("failed"); }
  });
})();
