// Signing in with a script: passkeys, and doing so over a page in which something is typed.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** Sends JSON to one of our own addresses; the answer's status and what it says. */
async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST", body: JSON.stringify(body ?? {}), redirect: "manual",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
  });
  return { ok: answer.ok, said: answer.type === "opaqueredirect" ? {} : await answer.json().catch(() => ({})) };
}

/** Has an authenticator answer a challenge of the server; nothing where its owner did not want to. */
async function signed(ask) {
  const { ok, said } = await post(ask);
  if (!ok) return undefined;
  const answer = await answered(said.options);
  return answer && { challenge: said.challenge, answer };
}

/** What an authenticator answers to what the server asks of it; nothing where its owner did not want to. */
async function answered(asked) {
  const options = { ...asked, challenge: bytes(asked.challenge) };
  options.allowCredentials = (asked.allowCredentials ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  try {
    const { id, response } = await navigator.credentials.get({ publicKey: options });
    return { id, response: {
      clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData),
      signature: text(response.signature), userHandle: response.userHandle ? text(response.userHandle) : null } };
  } catch { return undefined; }
}

/** Has an authenticator make a passkey. */
async function made(ask) {
  const { ok, said } = await post(ask);
  if (!ok) return undefined;
  const options = { ...said.options, challenge: bytes(said.options.challenge) };
  options.user = { ...options.user, id: bytes(options.user.id) };
  options.excludeCredentials = options.excludeCredentials.map((one) => ({ ...one, id: bytes(one.id) }));
  try {
    const { id, response } = await navigator.credentials.create({ publicKey: options });
    return { challenge: said.challenge, answer: { id, response: {
      clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) } } };
  } catch { return undefined; }
}

const can = Boolean(globalThis.PublicKeyCredential);
const tell = (place, what) => { place.textContent = what; place.hidden = !what; };

// ---- A passkey on a page for signing in: when it has signed, the form beside it is sent, with what it carries along.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!can) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector(".problem");
    tell(problem, "");
    const answer = await signed(form.dataset.ask ?? `${form.dataset.passkey}/ask`);
    const done = answer && await post(form.dataset.passkey, answer);
    if (done?.ok) form.submit();
    else tell(problem, done?.said.wrong ?? form.dataset.failed);
  });
}

// ---- A passkey that signs an act: its challenge, the digest of what is signed, stands in the page; the form is sent with what it answers.
function signing(within) {
  for (const form of within.querySelectorAll("form[data-sign]")) {
    if (!can) continue;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const problem = form.querySelector(".problem");
      tell(problem, "");
      const answer = await answered(JSON.parse(form.dataset.sign));
      if (!answer) { tell(problem, form.dataset.failed); return; }
      form.elements.sign_passkey.value = JSON.stringify(answer);
      form.submit();
    });
  }
}
signing(document);

// ---- An act that binds is signed over the page it is given on: whoever does not sign is back where they were. Where anything else is answered
// than what is to be signed, the form goes the way it goes without a script.
for (const form of document.querySelectorAll("form[data-signs]")) {
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.name) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => undefined);
    const text = answer?.ok ? await answer.text().catch(() => "") : "";
    const part = new DOMParser().parseFromString(text, "text/html").querySelector(".sign");
    if (!part) { form.submit(); return; }
    signOver(document.importNode(part, true));
  });
}

function signOver(part) {
  const before = document.activeElement;
  const dialog = document.createElement("dialog");
  dialog.className = "over sign-over";
  const title = document.createElement("h2");
  const heading = part.querySelector("h1");
  title.id = "over-title";
  title.textContent = heading.textContent;
  heading.replaceWith(title);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(part);
  document.body.append(dialog);
  signing(dialog);
  const close = () => { dialog.close(); dialog.remove(); before?.focus?.(); };
  dialog.querySelector("[data-cancel]")?.addEventListener("click", (event) => { event.preventDefault(); close(); });
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); close(); });
  dialog.showModal();
}

// ---- A new passkey, on the page of how one signs in.
for (const form of document.querySelectorAll("form[data-new-passkey]")) {
  if (!can) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const problem = form.querySelector(".problem");
    tell(problem, "");
    const label = form.elements.label.value;
    const answer = await made("/settings/sign-in/passkeys/ask");
    const done = answer && await post("/settings/sign-in/passkeys", { ...answer, label });
    if (done?.ok) location.assign(done.said.to);
    // Shown too long ago who one is: the page for that, and back.
    else if (done?.said.kind === "again" || (!answer && await stale())) location.assign(`/sign-in/again?next=${encodeURIComponent(location.pathname)}`);
    else tell(problem, done?.said.wrong ?? form.dataset.failed);
  });
}
async function stale() {
  return (await post("/settings/sign-in/passkeys/ask")).said.kind === "again";
}

// ---- Signing in over a page. What is typed in it stays; whoever called sends again when this says yes.
let asking;
/** Whether whoever's page this is has signed in again. However many ask, there is one dialog. */
export function signInOver() {
  asking ??= over().finally(() => { asking = undefined; });
  return asking;
}

async function over() {
  const before = document.activeElement;
  const answer = await fetch(`/sign-in/over?language=${encodeURIComponent(document.documentElement.lang)}`);
  if (!answer.ok) return false;
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  const dialog = document.importNode(part.querySelector("dialog"), true);
  document.body.append(dialog);
  const form = dialog.querySelector("form"), problem = dialog.querySelector(".problem");
  const byPasskey = dialog.querySelector("[data-by-passkey]");
  if (byPasskey && !can) byPasskey.remove();
  // Whose page it is: nobody else's words are sent as theirs.
  const person = document.body.dataset.person ?? "";
  let second = false;
  const outcome = new Promise((resolve) => {
    const came = ({ ok, said }) => {
      if (ok && said.state === "whole") { resolve(true); return; }
      if (ok && said.state === "second") {
        second = true;
        for (const field of form.querySelectorAll("[data-first]")) field.hidden = true;
        const field = form.querySelector("[data-second]");
        field.hidden = false;
        byPasskey?.remove();
        tell(problem, "");
        field.querySelector("input").focus();
        return;
      }
      if (ok && said.state === "enrol") { resolve(false); return; }
      tell(problem, said.wrong ?? dialog.querySelector("[data-failed]").textContent);
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      tell(problem, "");
      const body = new URLSearchParams(new FormData(form));
      body.set("as", person);
      const answer = await fetch(second ? "/sign-in/second" : "/sign-in", { method: "POST", body, headers: { Accept: "application/json" } });
      came({ ok: answer.ok, said: await answer.json().catch(() => ({})) });
    });
    byPasskey?.addEventListener("click", async () => {
      tell(problem, "");
      const answer = await signed("/sign-in/passkey/ask");
      came(answer ? await post("/sign-in/passkey", person ? { ...answer, as: person } : answer) : { ok: false, said: {} });
    });
    dialog.querySelector("[data-later]").addEventListener("click", () => resolve(false));
    dialog.addEventListener("cancel", () => resolve(false));
  });
  dialog.showModal();
  const signedIn = await outcome;
  dialog.close();
  dialog.remove();
  before?.focus?.();
  return signedIn;
}
