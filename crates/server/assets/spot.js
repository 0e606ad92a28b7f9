// Signing on the spot with a finger, a pen or a mouse. Without it, the typed name stands, before the auditor.

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
