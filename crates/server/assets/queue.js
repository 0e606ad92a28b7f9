// What could not be sent yet: notes and files, kept in this browser, sent in order when the server is reached again, each once.
//
// It is kept by person: whoever else signs in here neither sees nor sends it. What the server refuses stays, with the reason, until its person
// decides. Each is sent under a key of its own, by which the server knows what it has been sent before.

const said = document.getElementById("queue-words")?.dataset;
/** Whose page this is; undefined where nothing is kept: in the field, at the auditee's door, for nobody in particular. */
export const person = said && document.body.dataset.person;
const DAY = 24 * 60 * 60_000;
/** The server remembers for a day what it was sent; what may have arrived longer ago is not sent again by itself. */
const UNCERTAIN = DAY - 4 * 60 * 60_000;
/** How long it is known what became of something that was sent, for what follows on it. */
const KNOWN = 30 * DAY;
/** How often something may fail though the server answers. */
const FAILS_MAX = 6;
const WAITS = [2_000, 5_000, 10_000, 15_000];
/** With what a page asks by itself: it is no use of the session, nor of an audit in the field. */
export const QUIET = { "Assize-Quiet": "1" };

export const newKey = () => crypto.randomUUID?.().replaceAll("-", "") ?? String(Math.random()).slice(2) + Date.now();
export const draftKey = (paper) => `assize-note ${person ?? ""} ${paper}`;
export const say = (key, parts = {}) => Object.entries(parts).reduce((text, [name, value]) => text.replace(`{${name}}`, value), said?.[key] ?? "");
export const size = (bytes) => {
  const [value, unit] = bytes < 1e3 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
};
const clock = (at) => {
  const today = new Date(at).toDateString() === new Date().toDateString();
  return new Date(at).toLocaleString(document.documentElement.lang, today ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
};

// ---- Where it is kept.
let opening;
function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("assize-queue", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("waiting", { keyPath: "n", autoIncrement: true });
      request.result.createObjectStore("done", { keyPath: "once" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}
/** One transaction; what `work` hands to its last argument, once it is on the disk. */
async function within(mode, work) {
  const open = await database();
  return new Promise((resolve, reject) => {
    const act = open.transaction(["waiting", "done"], mode, { durability: "strict" });
    let result;
    act.oncomplete = () => resolve(result);
    act.onabort = () => reject(act.error);
    work(act.objectStore("waiting"), act.objectStore("done"), (value) => { result = value; });
  });
}
const read = (request, then) => { request.onsuccess = () => then(request.result); };

/** What waits of this person, in order. */
export async function list() {
  if (person === undefined) return [];
  const all = await within("readonly", (waiting, _, give) => read(waiting.getAll(), give));
  return all.filter((item) => item.person === person);
}
async function put(item) {
  navigator.storage?.persist?.().catch(() => {});
  await within("readwrite", (waiting) => waiting.add({ ...item, person, at: Date.now() }));
}
const change = (n, edit) => within("readwrite", (waiting, _, give) => read(waiting.get(n), (item) => {
  if (!item) return;
  give({ ...item, ...edit });
  waiting.put({ ...item, ...edit });
}));
const drop = (n) => within("readwrite", (waiting) => waiting.delete(n));

/** Makes what waits under a key say something else, if it was not sent yet; whether it could. */
export function revise(once, text, role) {
  return within("readwrite", (waiting, _, give) => read(waiting.getAll(), (all) => {
    const item = all.find((one) => one.once === once && one.person === person && !one.tried && !one.stuck);
    give(Boolean(item));
    if (item) waiting.put({ ...item, text, role, at: Date.now() });
  }));
}

// ---- Sending.
let away = false, out = false, tries = 0, timer;
export const isAway = () => away;
/** What waited (it has a number then) is sent by the page itself. */
const headers = (item) => ({ Accept: "application/json", "Assize-As": document.body.dataset.person ?? "", ...(item.n ? QUIET : {}) });

/** Sends a form with a file, and tells how far it has come. */
function carry(address, data, headers, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) progress?.(event.loaded / event.total); });
    request.addEventListener("load", () => resolve({ status: request.status, text: request.responseText, type: request.getResponseHeader("content-type") ?? "" }));
    for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, () => reject(new Error(end)));
    request.send(data);
  });
}
async function post(address, pairs, headers) {
  const body = new URLSearchParams(pairs.filter(([, value]) => value));
  const answer = await fetch(address, { method: "POST", body, headers, redirect: "manual" });
  const status = answer.type === "opaqueredirect" ? 401 : answer.status;
  return { status, text: await answer.text(), type: answer.headers.get("content-type") ?? "" };
}
const isUncertain = (tried) => Boolean(tried) && Date.now() - tried > UNCERTAIN;
const known = (once) => within("readonly", (_, done, give) => read(done.get(once), give));

/** What becomes of one thing that is sent: `landed`, `refused` with why, `out` where nobody is signed in, or `away`. */
async function send(item, progress) {
  let answer;
  try {
    if (item.kind === "file") {
      const data = new FormData();
      data.append("classification", item.classification);
      data.append("once", item.once);
      if (item.stays) data.append("stays", item.stays);
      data.append("file", item.file, item.name);
      answer = await carry(`/papers/${item.paper}/evidence`, data, headers(item), progress);
    } else {
      const note = item.note ? item : item.after && await known(item.after);
      answer = note?.note
        ? await post("/do/note.edit", [["/note", note.note], ["/role", item.role], ["/text", item.text], ["version", String(note.version)], ["once", item.once]], headers(item))
        : await post("/do/note.write", [["/paper", item.paper], ["/method", item.method], ["/role", item.role], ["/text", item.text], ["once", item.once]], headers(item));
    }
  } catch { return { away: true }; }
  if (answer.status === 401) return { out: true };
  // Somebody in between may answer in the server's place: what is not its JSON is not its word.
  let result;
  try { result = JSON.parse(answer.text); } catch { return { away: true }; }
  if (!answer.type.includes("json") || answer.status >= 500 || answer.status === 429 || answer.status === 408) return { away: true };
  if (answer.status === 200) return result.id || result.taken ? { landed: result } : { away: true };
  return { refused: result.wrong?.map((one) => one.what) ?? [result.detail ?? String(answer.status)] };
}

const told = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

/** A draft that waited is a note from now on, which is made longer by what was typed meanwhile. */
function noted(item, result) {
  if (item.kind !== "note") return;
  const draft = JSON.parse(localStorage.getItem(draftKey(item.paper)) ?? "null");
  if (draft?.queued?.once !== item.once) return;
  Object.assign(draft, { note: result.id, version: result.version, of: item.method, queued: undefined, saved: draft.text === item.text && draft.role === item.role && draft.method === item.method });
  localStorage.setItem(draftKey(item.paper), JSON.stringify(draft));
}

/** One at a time in this browser, as far as it can say so; where it cannot, the server knows what it was sent before. */
const alone = (work) => navigator.locks ? navigator.locks.request("assize-queue", { ifAvailable: true }, (lock) => lock && work()) : work();

/** Whether the server answers: a page that somebody in between shows is no script. */
async function reached() {
  try {
    const answer = await fetch("/desk-worker.js", { method: "HEAD", cache: "no-store", headers: QUIET });
    return answer.ok && (answer.headers.get("content-type") ?? "").includes("javascript");
  } catch { return false; }
}

let pumping;
/** Sends what waits, in order, as far as it goes. */
export function pump() {
  pumping ??= (async () => {
    clearTimeout(timer);
    if (!(await list()).length) { away = false; return; }
    await alone(pumped);
    await show();
  })().catch(() => {}).finally(() => { pumping = undefined; });
  return pumping;
}
async function pumped() {
  // What is sent while nobody can be reached may arrive all the same, and the answer not: so it is asked first.
  if (away && !(await reached())) { later(); return; }
  for (;;) {
    const all = await list();
    const ahead = (item) => all.some((one) => one.once === item.after);
    const next = all.find((one) => !one.stuck && !ahead(one));
    if (!next) { away = out = false; tries = 0; return; }
    if (isUncertain(next.tried)) { await change(next.n, { stuck: [say("uncertain")] }); continue; }
    // From here on it says what it says.
    const item = await change(next.n, { tried: next.tried ?? Date.now() });
    if (!item) continue;
    const came = await send(item);
    if (came.away) {
      // Where the server answers and this does not come through, it is not to hold up the rest for ever.
      const failed = (item.failed ?? 0) + Number(await reached());
      await change(item.n, failed < FAILS_MAX ? { failed } : { stuck: [say("failed")] });
      later();
      return;
    }
    away = false;
    if (came.out) { out = true; return; }
    out = false;
    tries = 0;
    if (came.refused) { await change(item.n, { stuck: came.refused }); await show(); continue; }
    const { id: note, version } = came.landed;
    await within("readwrite", (waiting, done) => {
      waiting.delete(item.n);
      if (note) done.put({ once: item.once, note, version, at: Date.now() });
      read(done.getAll(), (all) => all.filter((one) => Date.now() - one.at > KNOWN).forEach((one) => done.delete(one.once)));
    });
    noted(item, came.landed);
    told("assize-landed", { item, result: came.landed });
    await show();
  }
}
function later() {
  away = true;
  timer = setTimeout(pump, WAITS[Math.min(tries++, WAITS.length - 1)]);
}

/** Sends something now where nothing waits before it; keeps it where it cannot be sent. What was `tried` too long ago is kept, and waits for
 *  its person. Answers as `send`, or `queued`, or `lost` where this browser has no room to keep it. */
export async function give(item, progress) {
  let before = [], { tried } = item;
  const stuck = person !== undefined && isUncertain(tried) ? [say("uncertain")] : undefined;
  try { before = (await list()).filter((one) => !one.stuck || one.once === item.after); } catch { /* Nothing can be kept here; it can still be sent. */ }
  if (!before.length && !stuck) {
    tried ??= Date.now();
    const came = await send(item, progress);
    if (!came.away || person === undefined) return came;
  }
  try { await put({ ...item, tried, stuck }); } catch { return { lost: true }; }
  if (!before.length && !stuck) later();
  await show();
  if (before.length) pump();
  return { queued: true, stuck };
}

// ---- Shown as not yet saved.
function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}
function button(key, act, className = "button quiet") {
  const made = element("button", say(key), className);
  made.type = "button";
  made.addEventListener("click", () => act(made));
  return made;
}
async function again(item, edit = {}) {
  await change(item.n, { stuck: undefined, tried: undefined, failed: undefined, ...edit });
  await pump();
  await show();
}
function line(item) {
  const made = element("li");
  const about = element("p");
  const of = element("a", item.title || say("paper"));
  of.href = `/papers/${item.paper}`;
  const what = item.kind === "file" ? item.name : say("note");
  const length = item.kind === "file" ? size(item.file.size) : say("chars", { count: [...item.text].length });
  about.append(element("strong", what), " · ", of, " · ", element("span", say("since", { time: clock(item.at), size: length }), "quiet"));
  made.append(about);
  if (item.kind === "note") made.append(element("p", item.text, "typed"));
  if (!item.stuck) return made;
  made.className = "is-stuck";
  for (const why of item.stuck) made.append(element("p", why, "problem"));
  const buttons = element("p", "", "buttons");
  if (item.note || item.after) {
    // The note has become something else meanwhile: it is looked at, and what was typed becomes a note beside it.
    const now = element("a", say("now"), "button quiet");
    now.href = item.note ? `/records/note/${item.note}` : `/papers/${item.paper}`;
    buttons.append(button("apart", () => again(item, { note: undefined, version: undefined, after: undefined })), " ", now, " ");
  } else buttons.append(button("again", () => again(item)), " ");
  if (item.kind === "file") {
    const save = element("a", say("fetch"), "button quiet");
    save.href = URL.createObjectURL(item.file);
    save.download = item.name;
    buttons.append(save, " ");
  }
  buttons.append(button("discard", async (pressed) => {
    if (!pressed.dataset.sure) { pressed.dataset.sure = "1"; pressed.textContent = say("sure"); return; }
    await drop(item.n);
    await show();
  }));
  made.append(buttons);
  return made;
}

/** Shows what waits at the top of the page, and what it waits for. */
export async function show() {
  const all = await list().catch(() => []);
  let place = document.getElementById("unsent");
  if (!all.length) { place?.remove(); return; }
  const made = element("section", "", "unsent");
  made.id = "unsent";
  made.setAttribute("aria-labelledby", "unsent-title");
  const title = element("h2", say("title"));
  title.id = "unsent-title";
  const stuck = all.every((item) => item.stuck);
  const state = element("p", say(out ? "out" : stuck ? "stuck" : away ? "away" : "sending"));
  state.setAttribute("role", "status");
  made.append(title, state);
  if (out) made.append(button("signin", async () => {
    const { signInOver } = await import("./sign-in.js");
    if (await signInOver()) { out = false; await pump(); }
  }, "button first"));
  const lines = element("ul", "", "plain-list");
  lines.append(...all.map(line));
  made.append(lines);
  if (place?.contains(document.activeElement) && place.dataset.shown === JSON.stringify(all.map(({ n, stuck }) => [n, stuck]))) return;
  made.dataset.shown = JSON.stringify(all.map(({ n, stuck }) => [n, stuck]));
  const heading = document.querySelector("#main h1");
  if (place) place.replaceWith(made); else (heading?.closest("header") ?? heading)?.after(made);
}

/** Whether one leaves though something waits: asked where something does. */
export async function leaving() {
  const all = await list().catch(() => []);
  if (!all.length) return true;
  const dialog = element("dialog", "", "over");
  const title = element("h2", say("leaveTitle"));
  title.id = "leave-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const buttons = element("p", "", "buttons");
  const answer = new Promise((resolve) => {
    buttons.append(button("leaveStay", () => resolve(false), "button first"), " ", button("leaveGo", () => resolve(true)));
    dialog.addEventListener("cancel", () => resolve(false));
  });
  dialog.append(title, element("p", say("leaveAbout")), buttons);
  document.body.append(dialog);
  dialog.showModal();
  const leaves = await answer;
  dialog.close();
  dialog.remove();
  return leaves;
}

// ---- The pages that were kept for when the server is away are one person's.
const KEPT_FOR = "assize-kept-for";
export async function forgetPages() {
  localStorage.removeItem(KEPT_FOR);
  await globalThis.caches?.delete("assize-papers");
}
export const keepPages = () => localStorage.setItem(KEPT_FOR, person);
const keptFor = localStorage.getItem(KEPT_FOR);
const outside = document.body.dataset.person === undefined && /^\/(sign-in|enter|welcome)/.test(location.pathname);
if (keptFor !== null && (outside || (document.body.dataset.person ?? keptFor) !== keptFor)) forgetPages();

if (person !== undefined) {
  show();
  pump();
}
addEventListener("online", () => { tries = 0; pump(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) pump(); });
