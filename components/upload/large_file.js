// Sends one file in pieces to the route for large files. The sending lives on `window`, one per browser tab: it
// outlives reruns and other pages of the cockpit, and the component that is drawn only shows it and steers it.
const PATH = "/uploads";
const PIECE = { least: 256 * 1024, first: 1024 * 1024, most: 8 * 1024 * 1024, seconds: 2 };
const SILENCE_MS = 120_000; // a piece that takes longer is given up and sent again
const WAIT = { first: 1, most: 30 }; // seconds between attempts
const RATE_SECONDS = 8; // what is behind counts for the rate as long as this
const DRAW_MS = 500;
const STEP = 10; // percent between two spoken words

const sender = (window.auditLargeFile ??= { state: "idle", views: new Set() });

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

function inUnits(bytes) {
  for (const [unit, power] of [["TB", 40], ["GB", 30], ["MB", 20], ["KB", 10]]) {
    if (bytes >= 2 ** power) return `${(bytes / 2 ** power).toFixed(1)} ${unit}`;
  }
  return `${Math.round(bytes)} B`;
}

function inTime(seconds, words) {
  if (seconds < 100) return fill(words.seconds, { number: Math.max(1, Math.round(seconds)) });
  if (seconds < 100 * 60) return fill(words.minutes, { number: Math.round(seconds / 60) });
  return fill(words.hours, { number: (seconds / 3600).toFixed(1) });
}

// What is kept in the browser to find a begun file again says nothing of its name.
function keyOf(file, user) {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of `${user}\n${file.name}\n${file.size}\n${file.lastModified}`) {
    high = Math.imul(high ^ sign.codePointAt(0), 2654435761);
    low = Math.imul(low ^ sign.codePointAt(0), 1597334677);
  }
  return `audit-large-file-${(high >>> 0).toString(16)}${(low >>> 0).toString(16)}`;
}

function remembered(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function remember(key, path) {
  try { path ? localStorage.setItem(key, path) : localStorage.removeItem(key); } catch { /* a private window */ }
}

const NO_ANSWER = 0;
const UNREADABLE = -1;
const PASSES = [NO_ANSWER, 408, 409, 429, 500, 502, 503, 504]; // the same may succeed a moment later

class Over extends Error {} // paused, discarded, or another attempt is under way

class Refused extends Error {
  constructor(status, text) { super(text); this.status = status; }
}

// Every request is a POST that says in a header what it is: proxies that know no PATCH or DELETE let it through.
async function ask(turn, method, path, headers, body) {
  const given = { "Tus-Resumable": "1.0.0", "X-HTTP-Method-Override": method, ...headers };
  const request = (turn.request = new AbortController());
  const timer = setTimeout(() => request.abort(), SILENCE_MS);
  try {
    const address = `${path}?lang=${sender.language}`;
    const sent = { method: "POST", headers: given, body, signal: request.signal, credentials: "same-origin" };
    const answer = await fetch(address, sent).catch(() => { throw new Refused(NO_ANSWER, ""); });
    if (answer.ok) return answer;
    throw new Refused(answer.status, answer.headers.has("tus-resumable") ? await answer.text() : "");
  } finally {
    clearTimeout(timer);
    if (turn.isOver) throw new Over();
  }
}

function change(state, more = {}) {
  Object.assign(sender, { state, ...more });
  for (const view of sender.views) view();
}

function inBase64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

// Where this file was left; undefined where it has to begin.
async function arrivedBefore(turn, path) {
  try {
    const answer = await ask(turn, "HEAD", path);
    const isSame = Number(answer.headers.get("upload-length")) === sender.file.size;
    return isSame ? Number(answer.headers.get("upload-offset")) : undefined;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

async function place(turn) {
  const path = sender.path ?? remembered(sender.key);
  if (path) {
    const sent = await arrivedBefore(turn, path);
    if (sent !== undefined) return change("sending", { path, sent, resumed: sent > 0 });
    remember(sender.key, null);
  }
  const metadata = `filename ${inBase64(sender.file.name)}`;
  const said = { "Upload-Length": sender.file.size, "Upload-Metadata": metadata };
  const answer = await ask(turn, "POST", PATH, said);
  const begun = new URL(answer.headers.get("location"), location.href).pathname;
  remember(sender.key, begun);
  change("sending", { path: begun, sent: 0, resumed: false });
}

async function sendPiece(turn) {
  const piece = sender.file.slice(sender.sent, sender.sent + sender.piece);
  let bytes;
  try {
    bytes = await piece.arrayBuffer();
  } catch {
    throw new Refused(UNREADABLE, sender.words.unreadable);
  }
  if (turn.isOver) throw new Over();
  const begun = performance.now();
  const headers = { "Upload-Offset": sender.sent, "Content-Type": "application/offset+octet-stream" };
  const answer = await ask(turn, "PATCH", sender.path, headers, bytes);
  const seconds = (performance.now() - begun) / 1000;
  const fitting = (bytes.byteLength / Math.max(seconds, 0.001)) * PIECE.seconds;
  sender.piece = Math.min(PIECE.most, Math.max(PIECE.least, Math.min(fitting, sender.piece * 4)));
  sender.sent = Number(answer.headers.get("upload-offset"));
  sender.marks.push([performance.now() / 1000, sender.sent]);
  sender.waited = 0;
  change("sending");
}

async function run() {
  halt();
  const turn = (sender.turn = { isOver: false });
  change("asking", { marks: [], piece: PIECE.first });
  try {
    await place(turn);
    sender.marks = [[performance.now() / 1000, sender.sent]];
    while (sender.sent < sender.file.size) await sendPiece(turn);
    remember(sender.key, null);
    change("arrived", { id: sender.path.split("/").pop(), isTold: false });
  } catch (error) {
    if (error instanceof Over || turn.isOver) return;
    if (!(error instanceof Refused)) console.error(error);
    if (PASSES.includes(error.status)) again();
    else change("failed", { message: (error instanceof Refused && error.message) || sender.words.refused });
  }
}

function again() {
  const wait = Math.min(WAIT.most, WAIT.first * 2 ** (sender.waited ?? 0));
  change("lost", { waited: (sender.waited ?? 0) + 1, until: performance.now() / 1000 + wait });
  sender.timer = setTimeout(run, wait * 1000);
}

function halt() {
  clearTimeout(sender.timer);
  if (!sender.turn) return;
  sender.turn.isOver = true;
  sender.turn.request?.abort();
}

function stop(state, more) {
  halt();
  change(state, more);
}

function goOn() {
  sender.waited = 0;
  run();
}

function start(file, data) {
  const limit = inUnits(data.limit);
  if (file.size === 0) return change("failed", { file: null, message: data.words.empty });
  if (file.size > data.limit) {
    return change("failed", { file: null, message: fill(data.words.tooLarge, { size: inUnits(file.size), limit }) });
  }
  const key = keyOf(file, data.user);
  Object.assign(sender, { file, key, user: data.user, path: null, sent: 0, waited: 0, resumed: false });
  run();
}

// The part on the server goes as well; where it cannot be reached now, it goes with those that nobody came back to.
function discard() {
  const { path, key } = sender;
  stop("idle", { file: null, path: null, message: "" });
  remember(key, null);
  if (path) ask({}, "DELETE", path).catch(() => {});
}

function rate() {
  const now = performance.now() / 1000;
  sender.marks = sender.marks.filter(([at], index, all) => now - at < RATE_SECONDS || index >= all.length - 2);
  if (sender.marks.length < 2) return 0;
  const [[begun, from], [ended, to]] = [sender.marks[0], sender.marks.at(-1)];
  return ended > begun ? (to - from) / (ended - begun) : 0;
}

function make(kind, parent, properties = {}) {
  const element = document.createElement(kind);
  Object.assign(element, properties);
  parent.append(element);
  return element;
}

function build(parent) {
  const root = make("section", parent, { className: "large-file" });
  const top = make("div", root, { className: "row" });
  const input = make("input", top, { type: "file", id: "large-file-input" });
  const pick = make("label", top, { className: "pick", htmlFor: "large-file-input" });
  const name = make("span", top, { className: "name" });
  const percent = make("span", top, { className: "percent" });
  const bar = make("div", root, { className: "bar", role: "progressbar" });
  bar.setAttribute("aria-valuemin", "0");
  bar.setAttribute("aria-valuemax", "100");
  const inner = make("div", bar, { className: "fill" });
  const bottom = make("div", root, { className: "row" });
  const note = make("span", bottom, { className: "note" });
  const buttons = {};
  const side = make("div", bottom, { className: "row" });
  for (const kind of ["pause", "resume", "now", "cancel", "discard", "keep", "another"]) {
    buttons[kind] = make("button", side, { type: "button" });
    buttons[kind].dataset.act = kind;
  }
  const spoken = make("div", root, { className: "spoken" });
  spoken.setAttribute("aria-live", "polite");
  return { root, input, pick, name, percent, bar, inner, note, buttons, spoken };
}

const BUTTONS = {
  asking: ["cancel"],
  sending: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  lost: ["now", "pause", "cancel"],
  failed: ["resume", "another"],
  arrived: ["another"],
  discarding: ["discard", "keep"],
};

function note(words) {
  const { file, sent, message } = sender;
  const size = inUnits(file?.size ?? 0);
  const arrived = inUnits(sent ?? 0);
  switch (sender.state) {
    case "absent": return [words.absent, "warn"];
    case "asking": return [words.asking, ""];
    case "sending": {
      const speed = rate();
      const left = speed ? inTime((file.size - sent) / speed, words) : "…";
      return [fill(words.sending, { sent: arrived, size, rate: inUnits(speed), left }), ""];
    }
    case "paused": return [fill(words.paused, { sent: arrived, size }), "warn"];
    case "lost": {
      const left = inTime(sender.until - performance.now() / 1000, words);
      return [fill(words.lost, { sent: arrived, size, left }), "warn"];
    }
    case "failed": return [message, "bad"];
    case "arrived": return [fill(words.arrived, { name: file.name }), "good"];
    case "discarding": return [words.discarding, "warn"];
    default: return [words.drop, ""];
  }
}

// What a screen reader says: each new state once, and every tenth percent.
function speech(state, words, percent) {
  if (state !== "sending") return note(words)[0];
  const step = Math.floor(percent / STEP) * STEP;
  if (sender.resumed && !sender.isResumeSaid) {
    sender.isResumeSaid = true;
    return fill(words.resumed, { percent: Math.floor(percent) });
  }
  return `${words.progress}: ${step} %`;
}

function draw(parts, data) {
  const { words } = data;
  const { state, file } = sender;
  const isChoice = state === "idle" || (state === "failed" && !file);
  const share = file ? Math.floor((1000 * (sender.sent ?? 0)) / file.size) / 10 : 0; // 100 means all of it
  parts.root.dataset.state = state;
  parts.pick.textContent = words.choose;
  parts.input.disabled = parts.pick.hidden = parts.input.hidden = !isChoice;
  parts.name.hidden = parts.percent.hidden = parts.bar.hidden = isChoice || state === "absent";
  parts.name.textContent = parts.name.title = file?.name ?? "";
  parts.percent.textContent = `${share.toFixed(1)} %`;
  parts.bar.setAttribute("aria-label", words.progress);
  parts.bar.setAttribute("aria-valuenow", share);
  parts.inner.style.width = `${share}%`;
  const [text, mood] = note(words);
  parts.note.textContent = text;
  parts.note.dataset.mood = mood;
  for (const [kind, button] of Object.entries(parts.buttons)) {
    button.textContent = words[kind];
    button.hidden = isChoice || !(BUTTONS[state] ?? []).includes(kind);
  }
  const root = parts.root.getRootNode();
  if (root.activeElement?.hidden) Object.values(parts.buttons).find((button) => !button.hidden)?.focus();
  const step = state === "sending" ? Math.floor(share / STEP) : state;
  if (parts.step !== step) {
    parts.step = step;
    parts.spoken.textContent = isChoice && state === "idle" ? "" : speech(state, words, share);
  }
}

const ACTS = {
  pause: () => stop("paused"),
  resume: goOn,
  now: goOn,
  cancel: () => stop("discarding"),
  discard,
  keep: goOn,
  another: () => stop("idle", { file: null, path: null, message: "" }),
};

async function probe() {
  try {
    const answer = await fetch(PATH, { method: "POST", headers: { "X-HTTP-Method-Override": "OPTIONS" } });
    if (!answer.headers.has("tus-version") && answer.status < 500) change("absent");
    else if (sender.state === "absent") change("idle");
  } catch { /* no connection now: the first attempt will tell */ }
}

export default function ({ data, parentElement, setTriggerValue }) {
  if (!parentElement.auditParts && sender.state === "arrived" && sender.isTold) change("idle", { file: null, path: null });
  const parts = (parentElement.auditParts ??= build(parentElement));
  parts.leave?.();
  Object.assign(sender, { words: data.words, language: data.language });
  if (sender.user && sender.user !== data.user) stop("idle", { file: null, path: null, user: null }); // another person
  for (const [name, colour] of Object.entries(data.colours)) parts.root.style.setProperty(`--${name}`, colour);

  const view = () => {
    draw(parts, data);
    if (sender.state === "arrived" && !sender.isTold) {
      sender.isTold = true;
      setTriggerValue("arrived", sender.id);
    }
  };
  parts.input.onchange = () => {
    const [file] = parts.input.files;
    parts.input.value = ""; // the same file may be chosen again
    if (file) start(file, data);
  };
  parts.root.ondragover = (event) => {
    event.preventDefault();
    parts.root.classList.toggle("over", !parts.input.disabled);
  };
  parts.root.ondragleave = () => parts.root.classList.remove("over");
  parts.root.ondrop = (event) => {
    event.preventDefault();
    parts.root.classList.remove("over");
    const [file] = event.dataTransfer.files;
    if (file && !parts.input.disabled) start(file, data);
  };
  for (const [kind, button] of Object.entries(parts.buttons)) button.onclick = ACTS[kind];
  const online = () => { if (sender.state === "lost") goOn(); };
  window.addEventListener("online", online);
  const timer = setInterval(() => { if (["sending", "lost"].includes(sender.state)) draw(parts, data); }, DRAW_MS);
  sender.views.add(view);
  view();
  if (["idle", "absent"].includes(sender.state)) probe();

  parts.leave = () => {
    clearInterval(timer);
    window.removeEventListener("online", online);
    sender.views.delete(view);
  };
  return parts.leave;
}
