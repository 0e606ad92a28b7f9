// The desk with a script: keys, notes that save themselves, files dropped and pasted, changes of others.

import * as queue from "./queue.js";
import { signInOver } from "./sign-in.js";

const said = document.getElementById("desk-words")?.dataset ?? {};
const say = (key, time) => (said[key] ?? "").replace("{time}", time ?? "");
const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

// ---- Keys. Each is in the map at the end of the desk.
const goTo = (id) => { const at = document.getElementById(id); at?.scrollIntoView({ block: "nearest" }); at?.focus(); };
const keys = {
  n: () => goTo("note-text"),
  a: () => goTo("files"),
  d: () => goTo("doc-q"),
  e: () => document.querySelector('#evaluate input[type="radio"]')?.focus(),
  "?": () => { const map = document.getElementById("keys"); if (map) { map.open = !map.open; map.scrollIntoView({ block: "nearest" }); } },
};
document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && field) { field.blur(); return; }
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  const link = /^[a-z]$/.test(event.key) && document.querySelector(`a[data-key="${event.key}"]`);
  if (link) { event.preventDefault(); link.click(); return; }
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
document.querySelector('.paper-list a[aria-current]')?.scrollIntoView({ block: "nearest" });
if (matchMedia("(min-width: 44rem)").matches) document.querySelector(".papers")?.setAttribute("open", "");

// ---- A note: a draft in this browser at once, a journalled note when one leaves the field, saves, or pauses for a minute.
const PAUSE = 60_000;
const title = document.getElementById("paper-title")?.textContent ?? "";
const same = (one, other) => one.text === other.text && one.role === other.role && one.method === other.method;
const form = document.querySelector("form[data-note]");
if (form) {
  const paper = form.dataset.note, key = queue.draftKey(paper);
  const text = form.elements["/text"], role = form.elements["/role"], method = form.elements["/method"];
  const status = document.getElementById("note-said");
  let draft = JSON.parse(localStorage.getItem(key) ?? "null");
  let pause;

  const store = () => { try { localStorage.setItem(key, JSON.stringify(draft)); } catch { /* The page itself still holds it. */ } };
  const keep = () => {
    draft = { ...draft, text: text.value, role: role.value, method: method.value, at: clock(), saved: false };
    store();
    status.textContent = say("kept", draft.at);
  };
  const problems = (wrong) => {
    status.replaceChildren();
    for (const one of wrong) {
      const line = document.createElement("span");
      line.className = "problem";
      line.textContent = one;
      status.append(line);
    }
  };
  const savedAs = (seq) => { status.textContent = say("saved", clock()).replace("{seq}", seq); };

  /** Sends what is typed: a new note, or the note that was made of it before. The same text is never sent twice. */
  async function saveNow() {
    if (!draft || draft.saved || !draft.text.trim()) return;
    if (draft.method === "interview" && !draft.role.trim()) return;
    if (draft.queued && same(draft, draft.queued)) return;
    // What waits already and was not sent yet says from now on what is typed now.
    if (draft.queued?.method === draft.method && await queue.revise(draft.queued.once, draft.text, draft.role)) {
      Object.assign(draft.queued, { text: draft.text, role: draft.role });
      store();
      queue.show();
      return;
    }
    // What was sent and not answered is sent again as it was, under its key; what was typed since goes after it.
    draft.sent ??= { once: queue.newKey(), text: draft.text, role: draft.role, method: draft.method };
    const sent = draft.sent;
    // The method of a note stands; in another method it is another note.
    const edit = draft.note && draft.of === sent.method ? { note: draft.note, version: draft.version } : {};
    const after = draft.queued?.method === sent.method ? draft.queued.once : undefined;
    // Of what may have arrived it is kept since when: the server knows it for a day, and no longer.
    const { tried } = sent;
    sent.tried ??= Date.now();
    store();
    status.textContent = say("saving");
    const came = await queue.give({ kind: "note", paper, title, after, ...edit, ...sent, tried });
    if (came.out) {
      sent.tried = tried;
      store();
      status.textContent = say("out", draft.at);
      // Signed in over the page, what is typed is sent: under the same key, so that it is one note.
      signInOver().then((again) => { if (again) save(); });
      return;
    }
    if (came.away || came.lost) { status.textContent = say("offline", draft.at); return; }
    delete draft.sent;
    if (came.queued) { draft.queued = sent; status.textContent = say(came.stuck ? "kept" : "offline", draft.at); }
    if (came.refused) problems(came.refused);
    if (came.landed) {
      Object.assign(draft, { note: came.landed.id, version: came.landed.version, of: sent.method, saved: same(draft, sent) });
      savedAs(came.landed.seq);
      refresh();
    }
    store();
  }
  let saving = Promise.resolve();
  /** One after the other: leaving the field and pressing the button come together. */
  function save() { saving = saving.then(saveNow, saveNow); return saving; }

  if (draft && !draft.saved && draft.text && !text.value) {
    text.value = draft.text; role.value = draft.role ?? ""; method.value = draft.method ?? method.value;
    status.textContent = draft.queued && same(draft, draft.queued) ? say("offline", draft.at) : say("again", draft.at);
  } else if (draft?.saved) {
    localStorage.removeItem(key); draft = null;
  }
  document.addEventListener("assize-landed", ({ detail: { item, result } }) => {
    if (item.paper !== paper) return;
    const mine = draft?.queued?.once === item.once;
    if (mine) draft = JSON.parse(localStorage.getItem(key) ?? "null");
    if (item.kind === "note") savedAs(result.seq);
    refresh();
    if (mine && !draft?.saved) save();
  });
  form.addEventListener("input", () => { keep(); clearTimeout(pause); pause = setTimeout(save, PAUSE); });
  text.addEventListener("blur", save);
  addEventListener("online", save);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    keep();
    if (method.value === "interview" && !role.value.trim()) {
      if (!queue.isAway()) { form.submit(); return; }
      role.required = true;
      role.reportValidity();
      role.required = false;
      return;
    }
    await save();
    if (draft && (draft.saved || (draft.queued && same(draft, draft.queued)))) { localStorage.removeItem(key); draft = null; text.value = ""; text.focus(); }
  });
}

// ---- Files: chosen and taken by the button, dropped or pasted; each sent by itself, with its progress, one after the other. Where the server
// cannot be reached they are kept in this browser and sent later.
const upload = document.querySelector("form[data-upload]");
if (upload) {
  const list = upload.querySelector(".uploads");
  const of = upload.action.match(/papers\/([^/]+)/)[1];
  let before = Promise.resolve();
  const send = (item) => {
    const line = document.createElement("li"), name = document.createElement("span"), bar = document.createElement("progress");
    name.textContent = item.name; bar.max = 1; bar.value = 0; bar.setAttribute("aria-label", item.name);
    line.append(name, bar); list.append(line);
    const again = () => { line.remove(); send(item); };
    const failed = (what) => {
      bar.remove();
      const button = document.createElement("button");
      button.type = "button"; button.className = "plain"; button.textContent = say("retry");
      button.addEventListener("click", again);
      name.textContent = `${item.name}: ${what} `; line.append(button);
    };
    before = before.then(() => queue.give(item, (part) => { bar.value = part; })).then((came) => {
      if (came.landed) { line.remove(); refresh(); }
      else if (came.queued) line.remove();
      else if (came.out) {
        failed(say("out", clock()));
        signInOver().then((signed) => { if (signed) again(); });
      } else if (came.refused) failed(came.refused.join("; "));
      else failed(came.lost ? queue.say("full") : say("unreached"));
    });
  };
  /** Takes a file as evidence, as the form stands now; what is sent again later says the same. */
  const take = (file) => send({
    kind: "file", paper: of, title, file, name: file.name, once: queue.newKey(),
    classification: upload.elements.classification.value, stays: upload.elements.stays?.value,
  });
  upload.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = upload.elements.file;
    for (const file of chosen.files) take(file);
    chosen.value = "";
  });
  const work = document.querySelector(".work");
  work.addEventListener("dragover", (event) => { event.preventDefault(); work.classList.add("dropping"); });
  work.addEventListener("dragleave", () => work.classList.remove("dropping"));
  work.addEventListener("drop", (event) => { event.preventDefault(); work.classList.remove("dropping"); for (const file of event.dataTransfer.files) take(file); });
  document.addEventListener("paste", (event) => {
    for (const file of event.clipboardData?.files ?? []) {
      const now = new Date().toISOString().replaceAll(":", "-").slice(0, 19);
      take(new File([file], file.name === "image.png" ? `screenshot-${now}.png` : file.name, { type: file.type }));
    }
  });
  if (!form) document.addEventListener("assize-landed", ({ detail }) => { if (detail.item.paper === of) refresh(); });
}

// ---- While the server cannot be reached: this page stays, also when it is loaded again, and what cannot wait is not sent into nothing.
const desk = document.querySelector("[data-desk]");
if (desk?.dataset.desk === "kept" && queue.person && navigator.serviceWorker) {
  queue.keepPages();
  // Asked before the worker is there, since it takes the page over as soon as it is: a page that came through it is kept already.
  const cameThrough = navigator.serviceWorker.controller;
  navigator.serviceWorker.register("/desk-worker.js", { scope: "/audits/" }).then(() => navigator.serviceWorker.ready).then((worker) => {
    if (cameThrough) return;
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.includes("/assets/"));
    const named = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((link) => link.href);
    worker.active?.postMessage({ page: location.href.split("#")[0], parts: [...new Set([...loaded, ...named])] });
  }).catch(() => { /* Where there are no workers, what is typed is kept all the same. */ });
}
const keptAt = Number(document.body.dataset.kept);
if (keptAt) {
  const line = document.createElement("p");
  line.className = "note";
  line.id = "kept-page";
  line.setAttribute("role", "status");
  line.textContent = queue.say("older", { time: new Date(keptAt).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" }) });
  document.querySelector("#main h1").after(line);
}
desk?.addEventListener("submit", (event) => {
  if (event.target.method !== "post" || event.target === form || event.target === upload || !(queue.isAway() || !navigator.onLine)) return;
  event.preventDefault();
  let line = event.target.querySelector("[data-waits]");
  if (!line) {
    line = document.createElement("p");
    line.className = "problem";
    line.dataset.waits = "";
    line.setAttribute("role", "alert");
    event.target.append(line);
  }
  line.textContent = queue.say("waits");
});

// ---- What others change on this paper appears by itself.
const paper = form?.dataset.note ?? upload?.action.match(/papers\/([^/]+)/)?.[1];
async function refresh() {
  const answer = await fetch(location.href.split("#")[0], { redirect: "manual", headers: queue.QUIET }).catch(() => undefined);
  if (!answer?.ok) return;
  document.getElementById("kept-page")?.remove();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (now && !part.contains(document.activeElement) && now.innerHTML !== part.innerHTML) part.replaceWith(now);
  }
}
if (paper) {
  // What the page shows; a change is told from that, also one that came before the first question.
  let mark = document.querySelector("[data-mark]")?.dataset.mark;
  // Whoever types or turns the page over uses it, also before anything is sent; a desk that nobody touches asks by itself.
  let touched = false;
  for (const kind of ["keydown", "pointerdown", "wheel"]) addEventListener(kind, () => { touched = true; }, { capture: true, passive: true });
  setInterval(async () => {
    if (document.hidden) return;
    const quiet = !touched;
    touched = false;
    try {
      const answer = await fetch(`/papers/${paper}/mark`, { redirect: "manual", headers: quiet ? queue.QUIET : {} });
      if (!answer.ok) return;
      // A field that has locked itself shows its papers no longer.
      if (queue.person === undefined && !answer.headers.get("content-type")?.includes("json")) { location.reload(); return; }
      const now = (await answer.json()).mark;
      if (mark !== now) { await refresh(); mark = now; }
    } catch { /* Away for now; asked again. */ }
  }, 10_000);
}
