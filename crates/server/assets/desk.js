// The desk with a script: keys, notes that save themselves, files dropped and pasted, changes of others.

import { signInOver } from "./sign-in.js";

const said = document.getElementById("desk-words")?.dataset ?? {};
const say = (key, time) => (said[key] ?? "").replace("{time}", time ?? "");
const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

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
const form = document.querySelector("form[data-note]");
if (form) {
  const key = `assize-note ${form.dataset.note}`;
  const text = form.elements["/text"], role = form.elements["/role"], method = form.elements["/method"];
  const status = document.getElementById("note-said");
  let draft = JSON.parse(localStorage.getItem(key) ?? "null");
  let saving = false, pause;

  const keep = () => {
    draft = { ...draft, text: text.value, role: role.value, method: method.value, at: clock(), saved: false };
    try { localStorage.setItem(key, JSON.stringify(draft)); } catch { /* The page itself still holds it. */ }
    status.textContent = say("kept", draft.at);
  };
  const problems = (wrong) => {
    status.replaceChildren();
    for (const one of wrong) {
      const line = document.createElement("span");
      line.className = "problem";
      line.textContent = one.clause ? `${one.what}` : one.what;
      status.append(line);
    }
  };
  const fields = (pairs) => new URLSearchParams(pairs.filter(([, value]) => value));

  /** Sends what is typed: a new note, or the note that was made of it before. The same text is never sent twice. */
  async function save() {
    if (saving || !draft || draft.saved || !draft.text.trim()) return;
    if (draft.method === "interview" && !draft.role.trim()) { return; }
    saving = true;
    const sent = { ...draft };
    const once = sent.once ?? crypto.randomUUID?.().replaceAll("-", "") ?? String(Math.random()).slice(2);
    draft.once = once;
    localStorage.setItem(key, JSON.stringify(draft));
    status.textContent = say("saving");
    // The method of a note stands; in another method it is another note.
    const edit = Boolean(sent.note) && sent.of === sent.method;
    const body = edit
      ? fields([["/note", sent.note], ["/role", sent.role], ["/text", sent.text], ["version", String(sent.version)], ["once", once]])
      : fields([["/paper", form.dataset.note], ["/method", sent.method], ["/role", sent.role], ["/text", sent.text], ["once", once]]);
    try {
      const answer = await fetch(`/do/${edit ? "note.edit" : "note.write"}`, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 401) {
        status.textContent = say("out", sent.at);
        // Signed in over the page, what is typed is sent: under the same key, so that it is one note.
        if (await signInOver()) setTimeout(save);
        return;
      }
      const result = await answer.json();
      delete draft.once;
      if (!answer.ok) { problems(result.wrong ?? [{ what: result.detail }]); localStorage.setItem(key, JSON.stringify(draft)); return; }
      draft.note = result.id; draft.version = result.version; draft.of = sent.method;
      draft.saved = draft.text === sent.text && draft.role === sent.role && draft.method === sent.method;
      localStorage.setItem(key, JSON.stringify(draft));
      status.textContent = say("saved", clock()).replace("{seq}", result.seq);
      refresh();
    } catch {
      status.textContent = say("offline", sent.at);
    } finally {
      saving = false;
    }
  }

  if (draft && !draft.saved && draft.text && !text.value) {
    text.value = draft.text; role.value = draft.role ?? ""; method.value = draft.method ?? method.value;
    status.textContent = say("again", draft.at);
  } else if (draft?.saved) {
    localStorage.removeItem(key); draft = null;
  }
  form.addEventListener("input", () => { keep(); clearTimeout(pause); pause = setTimeout(save, PAUSE); });
  text.addEventListener("blur", save);
  addEventListener("online", save);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    keep();
    if (method.value === "interview" && !role.value.trim()) { form.submit(); return; }
    await save();
    if (draft?.saved) { localStorage.removeItem(key); draft = null; text.value = ""; text.focus(); }
  });
}

// ---- Files: chosen, dropped or pasted; each sent by itself, with its progress, and again where it failed.
const upload = document.querySelector("form[data-upload]");
if (upload) {
  const list = upload.querySelector(".uploads");
  const send = (file) => {
    const line = document.createElement("li"), name = document.createElement("span"), bar = document.createElement("progress");
    name.textContent = file.name; bar.max = 1; bar.value = 0; bar.setAttribute("aria-label", file.name);
    line.append(name, bar); list.append(line);
    const data = new FormData();
    data.append("classification", upload.elements.classification.value);
    data.append("file", file, file.name);
    const request = new XMLHttpRequest();
    const failed = (what) => {
      bar.remove();
      const again = document.createElement("button");
      again.type = "button"; again.className = "plain"; again.textContent = say("again");
      again.addEventListener("click", () => { line.remove(); send(file); });
      name.textContent = `${file.name}: ${what} `; line.append(again);
    };
    request.open("POST", upload.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
    request.addEventListener("load", () => {
      if (request.status === 200) { line.remove(); refresh(); return; }
      if (request.status === 401) {
        failed(say("out", clock()));
        signInOver().then((again) => { if (again) { line.remove(); send(file); } });
        return;
      }
      let what = request.statusText;
      try { const body = JSON.parse(request.responseText); what = body.wrong?.map((one) => one.what).join("; ") ?? body.detail; } catch { /* Not JSON. */ }
      failed(what);
    });
    request.addEventListener("error", () => failed(say("offline")));
    request.send(data);
  };
  upload.elements.file.addEventListener("change", (event) => { for (const file of event.target.files) send(file); event.target.value = ""; });
  const work = document.querySelector(".work");
  work.addEventListener("dragover", (event) => { event.preventDefault(); work.classList.add("dropping"); });
  work.addEventListener("dragleave", () => work.classList.remove("dropping"));
  work.addEventListener("drop", (event) => { event.preventDefault(); work.classList.remove("dropping"); for (const file of event.dataTransfer.files) send(file); });
  document.addEventListener("paste", (event) => {
    for (const file of event.clipboardData?.files ?? []) {
      const now = new Date().toISOString().replaceAll(":", "-").slice(0, 19);
      send(new File([file], file.name === "image.png" ? `screenshot-${now}.png` : file.name, { type: file.type }));
    }
  });
}

// ---- What others change on this paper appears by itself.
const paper = form?.dataset.note ?? upload?.action.match(/papers\/([^/]+)/)?.[1];
async function refresh() {
  const answer = await fetch(location.href.split("#")[0], { redirect: "manual" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (now && !part.contains(document.activeElement) && now.innerHTML !== part.innerHTML) part.replaceWith(now);
  }
}
if (paper) {
  // What the page shows; a change is told from that, also one that came before the first question.
  let mark = document.querySelector("[data-mark]")?.dataset.mark;
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(`/papers/${paper}/mark`, { redirect: "manual" });
      if (!answer.ok) return;
      const now = (await answer.json()).mark;
      if (mark !== now) { await refresh(); mark = now; }
    } catch { /* Away for now; asked again. */ }
  }, 10_000);
}
