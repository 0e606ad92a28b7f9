// Serves papers of the desk that were open in this browser, while the server cannot be reached. The server says in a header which pages may be
// kept, for whom and how long; they are one person's, and go when somebody else's come, when the server knows the session no longer, and when
// their time is over. Nothing that changes something goes through here.

const PAPERS = "assize-papers", PARTS = "assize-parts", AWAY = "/away";
const PAPERS_MAX = 60;
/** How long the server may take while there is a kept page to show, in milliseconds. */
const PATIENCE = 8_000;
/** With what is asked here by itself: it is no use of the session (queue.js says the same). */
const QUIET = { "Assize-Quiet": "1" };

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const isDesk = (url) => /^\/audits\/[^/]+\/desk$/.test(url.pathname);
/** The address of a paper: how the list beside it is filtered is not part of it. */
function keyOf(address) {
  const url = new URL(address);
  const paper = url.searchParams.get("paper");
  return isDesk(url) ? `${url.origin}${url.pathname}${paper ? `?paper=${paper}` : ""}` : url.origin + url.pathname;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(part(event.request));
  else if (isDesk(url)) event.respondWith(paper(event));
  else if (event.request.mode === "navigate") event.respondWith(fetch(event.request).catch(away));
});

// A page that was opened before this worker was there has itself kept.
self.addEventListener("message", (event) => event.waitUntil((async () => {
  await keep(keyOf(event.data.page), await fetch(event.data.page, { redirect: "manual", headers: QUIET }));
  await Promise.all(event.data.parts.map((address) => part(new Request(address))));
})().catch(() => {})));

async function paper(event) {
  const { request } = event;
  const key = keyOf(request.url);
  const asked = fetch(request).then((answer) => {
    const keeping = keep(key, answer.clone(), request.headers.has("assize-quiet")).catch(() => {});
    // Where a kept page was shown meanwhile, the browser keeps this one as far as it lets the worker go on.
    try { event.waitUntil(keeping); } catch { /* It was answered already. */ }
    return answer;
  });
  if (request.mode !== "navigate") return asked;
  const held = await kept(key);
  if (!held) return asked.catch(away);
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE, held); });
  return Promise.race([asked.then((answer) => [502, 503, 504].includes(answer.status) ? held : answer, () => held), late]);
}

const whose = (answer) => (answer.headers.get("assize-keep") ?? "").split(" ");

/** Keeps a page for as long as its session goes on without use; what the page asks for by itself makes that no longer. */
async function keep(key, answer, quiet = false) {
  if (answer.type === "opaqueredirect") { await caches.delete(PAPERS); return; }
  const [person, minutes] = whose(answer);
  let papers = await caches.open(PAPERS);
  if (!answer.ok || !person) {
    if (answer.status < 500) await papers.delete(key);
    return;
  }
  const [first] = await papers.keys();
  if (first && whose(await papers.match(first))[0] !== person) {
    await caches.delete(PAPERS);
    papers = await caches.open(PAPERS);
  }
  const now = Date.now();
  const headers = new Headers(answer.headers);
  // What is kept was unpacked.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  const before = quiet && await papers.match(key);
  headers.set("assize-until", before ? before.headers.get("assize-until") : String(now + Number(minutes) * 60_000));
  const text = (await answer.text()).replace("<body", `<body data-kept="${now}"`);
  await papers.delete(key);
  await papers.put(key, new Response(text, { headers }));
  // What a page shows itself with, and the page for when there is none, are kept with the first of somebody's pages.
  for (const [, address] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) await part(new Request(address)).catch(() => {});
  const none = self.location.origin + AWAY;
  if (!await papers.match(none) && key !== none) await keep(none, await fetch(AWAY, { redirect: "manual", headers: QUIET }));
  const all = (await papers.keys()).filter((one) => isDesk(new URL(one.url)));
  for (const old of all.slice(0, -PAPERS_MAX)) await papers.delete(old);
}

async function kept(key) {
  const papers = await caches.open(PAPERS);
  const held = await papers.match(key);
  if (held && Number(held.headers.get("assize-until")) > Date.now()) return held;
  if (held) await papers.delete(key);
  return undefined;
}

const away = async () => await kept(self.location.origin + AWAY) ?? Response.error();

/** Style and scripts: the same address is the same file. Of another version there is one of the same name, until the server is reached. */
async function part(request) {
  const parts = await caches.open(PARTS);
  const held = await parts.match(request.url);
  if (held) return held;
  const name = (address) => new URL(address).pathname.split("/").pop();
  const others = (await parts.keys()).filter((other) => name(other.url) === name(request.url));
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      for (const other of others) await parts.delete(other);
      await parts.put(request.url, answer.clone());
    }
    return answer;
  } catch (error) {
    const other = others.length && await parts.match(others[0]);
    if (other) return other;
    throw error;
  }
}
