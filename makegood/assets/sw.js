// Shows what arrives for this browser, and leads to it. It keeps nothing and answers for no page.
self.addEventListener("push", (event) => {
  let told = {};
  try { told = event.data.json(); } catch { return; }
  const path = typeof told.path === "string" && /^\/[^/\\]/.test(told.path) ? told.path : "/notices";
  event.waitUntil(self.registration.showNotification(String(told.title || ""), {
    body: String(told.body || ""), tag: String(told.tag || ""), renotify: Boolean(told.tag), requireInteraction: told.stays === true, data: { path },
  }));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const there = new URL(event.notification.data.path, self.location.origin).href;
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window" });
    const one = open.find((page) => page.url === there);
    return one ? one.focus() : self.clients.openWindow(there);
  })());
});
