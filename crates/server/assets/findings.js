// The composer with a script: warnings as one types, rows of requirements without a round trip, evidence and notes taken in by a press.

const form = document.querySelector("form.composer");
const words = document.getElementById("composer-words").dataset;
const field = (name) => form.elements[`/text/${name}`];
const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));

// ---- Only a nonconformity has a grade and breaches a clause.
function kinds() {
  const kind = form.querySelector('[name="/text/kind"]:checked')?.value;
  const none = form.querySelector('.none input');
  none.closest(".card").hidden = true;
  for (const part of form.querySelectorAll(".of-nonconformity")) part.hidden = Boolean(kind) && kind !== "nonconformity";
  if (!kind || kind === "nonconformity") return;
  none.checked = true;
  for (const breach of form.querySelectorAll('[name="/text/breaches"]')) { if (breach.type === "checkbox") breach.checked = false; else breach.value = ""; }
}
form.addEventListener("change", kinds);
kinds();

// ---- Requirements: one row each, and always an empty one after them.
const rows = form.querySelector("[data-rows]");
const offered = new Map([...document.querySelectorAll("#requirements-offered option")].map((option) => [option.value, option]));
const idOf = (row) => row.querySelector('input[name$="/id"]');
function entitle(row) {
  const option = offered.get(idOf(row).value.trim());
  row.querySelector(".requirement-title").textContent = option?.textContent ?? "";
  const set = row.querySelector("select");
  if (set && option?.dataset.set) set.value = option.dataset.set;
}
function number() {
  [...rows.children].forEach((row, at) => {
    for (const control of row.querySelectorAll("[name^='/text/requirements/']")) {
      control.name = control.name.replace(/\/\d+\//, `/${at}/`);
      if (!control.id) continue;
      const id = control.id.replace(/\d+$/, at), label = row.querySelector(`label[for="${control.id}"]`);
      control.id = id;
      if (label) { label.htmlFor = id; label.textContent = label.textContent.replace(/\d+$/, at + 1); }
    }
  });
}
function add() {
  const row = rows.lastElementChild.cloneNode(true);
  idOf(row).value = "";
  row.querySelector("button")?.remove();
  row.querySelector(".requirement-title").textContent = "";
  rows.append(row);
  number();
  return row;
}
function drop(row) {
  if (rows.children.length === 1) { idOf(row).value = ""; entitle(row); } else row.remove();
  number();
  changed();
  idOf(rows.lastElementChild).focus();
}
function out(row) {
  let button = row.querySelector("button");
  if (!button && idOf(row).value) {
    button = document.createElement("button");
    button.type = "button"; button.className = "plain"; button.textContent = words.out;
    row.append(button);
  }
}
rows.addEventListener("input", (event) => {
  const row = event.target.closest("li");
  entitle(row);
  out(row);
  if (row === rows.lastElementChild && idOf(row).value) add();
});
rows.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) { event.preventDefault(); drop(button.closest("li")); }
});
form.querySelector("[data-add]").addEventListener("click", (event) => { event.preventDefault(); idOf(idOf(rows.lastElementChild).value ? add() : rows.lastElementChild).focus(); });
// What this browser kept may have more rows than the page that was opened again.
form.addEventListener("assize-taking", ({ detail: kept }) => {
  const wanted = kept.filter(([name]) => /^\/text\/requirements\/\d+\/id$/.test(name)).length;
  while (rows.children.length < wanted) add();
});
form.addEventListener("assize-taken", () => { [...rows.children].forEach((row) => { entitle(row); out(row); }); kinds(); warn(); });

// ---- Notes and evidence are taken into the objective evidence.
for (const one of form.querySelectorAll("[data-cite]")) {
  const button = document.createElement("button");
  button.type = "button"; button.className = "plain small"; button.textContent = words.cite;
  button.addEventListener("click", () => {
    const evidence = field("objective_evidence");
    evidence.value = [evidence.value.trimEnd(), one.dataset.cite].filter(Boolean).join("\n");
    const tick = one.querySelector("input");
    if (tick) tick.checked = true;
    evidence.focus();
    changed();
  });
  one.append(button);
}

// ---- What the test typically finds, to begin with.
for (const link of document.querySelectorAll("a[data-begin]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const statement = field("statement");
    statement.value = [statement.value.trim(), link.dataset.begin].filter(Boolean).join("\n");
    const kind = form.querySelector('[name="/text/kind"][value="nonconformity"]');
    kind.checked = true;
    for (const id of link.dataset.breaches.split("|")) {
      const tick = form.querySelector(`[type="checkbox"][name="/text/breaches"][value="${CSS.escape(id)}"]`);
      if (tick) tick.checked = true;
    }
    kinds();
    statement.focus();
    changed();
  });
}

// ---- Warnings, a moment after one has stopped typing.
const warned = document.getElementById("composer-warned");
let waiting, asked = 0;
async function warn() {
  const mine = ++asked;
  try {
    const answer = await fetch(form.dataset.warn, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
    if (!answer.ok || mine !== asked) return;
    const { warnings } = await answer.json();
    const now = warnings.join("\n");
    if (now === warned.dataset.now) return;
    warned.dataset.now = now;
    warned.replaceChildren();
    if (!warnings.length) return;
    const head = document.createElement("p"), strong = document.createElement("strong"), list = document.createElement("ul");
    strong.textContent = words.warned;
    head.append(strong);
    for (const one of warnings) { const line = document.createElement("li"); line.textContent = one; list.append(line); }
    warned.append(head, list);
  } catch { /* Away for now: they come on sending. */ }
}
form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(warn, 500); });
