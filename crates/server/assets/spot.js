// Signing on the spot with a finger, a pen, a mouse or a passkey. Without it, the typed name stands, before the auditor.

const form = document.querySelector("form[data-spot]");
const pad = form.querySelector("svg.pad"), path = pad.querySelector("path"), drawing = form.elements["/drawing"];
/** The most that the server takes, in signs, with some to spare; and how far apart two points of a line are at least. */
const SIGNS_MAX = 15_500;
let strokes = [], line, apart = 3;
form.querySelector("[data-pad]").hidden = false;

const text = () => strokes.filter((stroke) => stroke.length > 1)
  .map((stroke) => stroke.map(([x, y], at) => `${at ? "L" : "M"} ${x} ${y}`).join(" ")).join(" ");
const far = ([x, y], [to, down]) => Math.hypot(to - x, down - y) >= apart;
const thinned = (stroke) => stroke.filter((point, at) => at === 0 || at === stroke.length - 1 || at % 2 === 0);

function show() {
  while (text().length > SIGNS_MAX && apart < 200) { apart *= 2; strokes = strokes.map(thinned); line = line && strokes.at(-1); }
  drawing.value = text();
  path.setAttribute("d", drawing.value);
}
function at(event) {
  const box = pad.getBoundingClientRect();
  const [, , width, height] = pad.getAttribute("viewBox").split(" ").map(Number);
  const within = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
  return [within((event.clientX - box.left) / box.width * width, width), within((event.clientY - box.top) / box.height * height, height)];
}
pad.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  pad.setPointerCapture(event.pointerId);
  line = [at(event)];
  strokes.push(line);
});
pad.addEventListener("pointermove", (event) => {
  if (!line) return;
  for (const one of event.getCoalescedEvents?.() ?? [event]) { const point = at(one); if (far(line.at(-1), point)) line.push(point); }
  show();
});
for (const end of ["pointerup", "pointercancel"]) pad.addEventListener(end, () => { line = undefined; show(); });
form.querySelector("[data-clear]").addEventListener("click", () => { strokes = []; line = undefined; apart = 3; show(); });

// Whoever stands in the attendance has a name already.
const person = form.elements["/person"], somebody = form.querySelector("[data-somebody]");
function who() {
  somebody.hidden = Boolean(person?.value);
  if (person?.value) for (const control of somebody.querySelectorAll("input")) control.value = "";
}
person?.addEventListener("change", who);
who();

// A passkey: a key is made for this signature on an authenticator of theirs, and signs who they are with the digest of the text.
const byPasskey = form.querySelector("[data-passkey]");
const part = (name) => form.querySelector(`[data-passkey-${name}]`);
const encoded = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
if (byPasskey && globalThis.PublicKeyCredential) {
  byPasskey.hidden = false;
  part("help").hidden = false;
  byPasskey.addEventListener("click", async () => {
    const value = (name) => form.elements[name]?.value.trim() || null;
    const person = value("/person"), name = person ? null : value("/name"), of = person ? null : value("/function");
    part("failed").hidden = true;
    part("nobody").hidden = Boolean(person || (name && of));
    if (!part("nobody").hidden) return;
    byPasskey.disabled = true;
    try {
      // The keys stand in their order, as in canonical JSON.
      const signed = JSON.stringify({ form: "assize-spot/1", function: of, name, person, shown: value("/shown") });
      const challenge = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(signed));
      const called = name ?? form.elements["/person"].selectedOptions[0].text;
      const answers = await answered(challenge, called);
      for (const [key, bytes] of Object.entries(answers)) form.elements[`/passkey/${key}`].value = bytes;
      form.requestSubmit();
    } catch {
      part("failed").hidden = false;
    } finally { byPasskey.disabled = false; }
  });
}

async function answered(challenge, called) {
  const made = await navigator.credentials.create({ publicKey: {
    challenge: crypto.getRandomValues(new Uint8Array(32)), rp: { name: "Assize" },
    user: { id: crypto.getRandomValues(new Uint8Array(16)), name: called, displayName: called },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { userVerification: "required", residentKey: "discouraged" }, attestation: "none",
  } });
  // After the hash of the site, the flags, the counter and the id of the authenticator: the key's id with its length, and the key.
  const data = new Uint8Array(made.response.getAuthenticatorData()), length = data[53] * 256 + data[54];
  const { response } = await navigator.credentials.get({ publicKey: {
    challenge, userVerification: "required",
    allowCredentials: [{ type: "public-key", id: made.rawId, transports: made.response.getTransports() }],
  } });
  return {
    credential: encoded(made.rawId), public_key: encoded(data.slice(55 + length)), authenticator_data: encoded(response.authenticatorData),
    client_data: encoded(response.clientDataJSON), signature: encoded(response.signature),
  };
}
