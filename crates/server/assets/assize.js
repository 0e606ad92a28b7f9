// What every page does better with a script. Without it everything still works.

import { forgetPages, leaving } from "./queue.js";

/** The form's fields as one text, without what the server made. */
function typed(form) {
  const data = new FormData(form);
  const kept = [];
  for (const [name, value] of data) {
    if (name.startsWith("/") && typeof value === "string") kept.push([name, value]);
  }
  return JSON.stringify(kept);
}

/** The buttons that send nothing yet: they have the form drawn anew, with a row more or less, or with a text of the house. */
const DRAWS = ["rows", "text"];
/** Under which the form that was last drawn anew is known: the server gives it back with what was typed. */
const DRAWN = "assize-drawn";

/** Keeps what is typed in a form in this browser until the server has it; gives it back where it was lost. */
function keep(form) {
  const key = `assize-kept ${document.body.dataset.person ?? ""} ${form.dataset.keep}`;
  const once = form.elements.once?.value;
  const first = typed(form);
  const store = () => { try { localStorage.setItem(key, typed(form)); } catch { /* A full or closed storage keeps nothing; the form itself still holds it. */ } };
  // What was typed before it was drawn anew stands in it; when the page is loaded once more, what was typed since does not.
  if (once && sessionStorage.getItem(DRAWN) === once) { store(); sessionStorage.removeItem(DRAWN); }
  const kept = localStorage.getItem(key);
  const refused = document.getElementById("wrong");
  if (kept && kept !== first && !refused) {
    const note = document.getElementById("kept-template");
    if (note) {
      const offer = note.content.firstElementChild.cloneNode(true);
      offer.querySelector("[data-take]").addEventListener("click", () => {
        takeBack(form, JSON.parse(kept));
        store();
        offer.remove();
      });
      offer.querySelector("[data-drop]").addEventListener("click", () => {
        localStorage.removeItem(key);
        offer.remove();
      });
      form.before(offer);
    }
  }
  form.addEventListener("input", store);
  // What was sent is kept until a page says that it was done: see below.
  form.addEventListener("submit", ({ submitter }) => {
    if (once && DRAWS.includes(submitter?.name)) sessionStorage.setItem(DRAWN, once);
    else sessionStorage.setItem("assize-sent", key);
  });
}

/** Puts into a form what was kept of it: pairs of names and values. */
function takeBack(form, kept) {
  // Where the page itself can make rows, it is told first which are wanted, and afterwards that they are filled.
  form.dispatchEvent(new CustomEvent("assize-taking", { detail: kept }));
  const homeless = [];
  for (const [name, value] of kept) {
    const controls = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
    if (!controls.length) homeless.push([name, value]);
    for (const control of controls) {
      if (control.type === "radio" || control.type === "checkbox") control.checked = control.value === value || control.checked;
      else if (control.type !== "hidden" || "carried" in control.dataset) control.value = value;
    }
  }
  form.dispatchEvent(new CustomEvent("assize-taken"));
  // Rows that are missing still are made by the server, as by the buttons that add one.
  if (homeless.length && form.querySelector('button[name="rows"]')) draw(form, homeless);
}

/** Has the server draw a form anew with more fields, and nothing else. */
function draw(form, fields) {
  const hidden = ([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value });
  const again = Object.assign(document.createElement("button"), { name: "rows", value: "again", formNoValidate: true, hidden: true });
  form.append(...fields.map(hidden), again);
  again.click();
}

for (const form of document.querySelectorAll("form[data-keep]")) keep(form);

if (document.querySelector(".done")) {
  const sent = sessionStorage.getItem("assize-sent");
  if (sent) localStorage.removeItem(sent);
  sessionStorage.removeItem("assize-sent");
}

document.getElementById("wrong")?.focus();

// Rows of a table that are shown as cards are no rows to some screen readers; each part says itself what it is.
const PARTS = { thead: "rowgroup", tbody: "rowgroup", tr: "row", "th[scope=col]": "columnheader", "th[scope=row]": "rowheader", td: "cell" };
for (const table of document.querySelectorAll("table.as-cards")) {
  table.setAttribute("role", "table");
  for (const [part, role] of Object.entries(PARTS)) {
    for (const one of table.querySelectorAll(part)) one.setAttribute("role", role);
  }
}

// Where one is stands in sight, in a row of places that is wider than the screen.
for (const here of document.querySelectorAll(".places [aria-current], .tabs [aria-current]")) {
  const row = here.closest(".tabs, .places ul");
  const [at, within] = [here.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left + at.width / 2 - within.left - within.width / 2;
}

// On a narrow screen a picture's words are too small to be read: the table that says the same comes first.
if (matchMedia("(max-width: 44rem)").matches) {
  for (const table of document.querySelectorAll(".as-table")) {
    table.open = true;
    table.previousElementSibling?.before(table);
  }
}

// Whoever signs out leaves no page behind for the next; what is not saved yet stays, for them alone, and they are told.
for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!await leaving()) return;
    await forgetPages().catch(() => {});
    form.submit();
  });
}

// One key leads to the search from everywhere; where something is typed it is a sign like any other.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const find = document.getElementById("search-field") ?? document.getElementById("find");
  if (!find) return;
  event.preventDefault();
  find.focus();
  find.select();
});
