// The frame: head, clock, connection, playing and pausing, the foot, the refreshes, and a watch over all of them.
// One per browser tab, kept on `window`: it outlives reruns and lost connections of the page beneath it.
const CSS_TEXT = /*CSS*/ ``;
const ID = "audit-wall";
const LAYER = 1000054; // just below the watermark
const PAUSE_SECONDS = 60;
const NEWS_SECONDS = 8;
const GONE_MS = 3000; // a page that is drawn anew mounts again within this time
const SILENCE = { refreshes: 3, seconds: 40 }; // longer without an answer: the page is loaded anew
const CHECK_MS = 1000;
const NEXT_PART_MS = 100;

const wall = (window.auditWall ??= { data: null, host: null });

function fill(word, number) {
  return word.replace(/\{\w+\}/, number);
}

function ageInWords(seconds, words) {
  if (seconds < 100) return fill(words.seconds, Math.round(seconds));
  if (seconds < 100 * 60) return fill(words.minutes, Math.round(seconds / 60));
  if (seconds < 48 * 3600) return fill(words.hours, Math.round(seconds / 3600));
  return fill(words.days, Math.round(seconds / 86400));
}

function seconds() {
  return performance.now() / 1000; // the clock of the computer behind the wall may be wrong
}

function open() {
  const host = document.createElement("div");
  host.id = ID;
  host.style.zIndex = LAYER;
  const style = document.createElement("style");
  // Whatever else the page holds, menus, messages and scroll bars, is not for a wall.
  style.textContent = `html, body { overflow: hidden !important }
    body > :not(#${ID}):not(#audit-watermark), body > :not(#${ID}):not(#audit-watermark) * { visibility: hidden !important }`;
  document.head.append(style);
  document.body.append(host);
  const root = host.attachShadow({ mode: "open" });
  root.append(make("style", "", CSS_TEXT));
  Object.assign(wall, { host, root, style, place: 0, shown: "", pausedUntil: 0, since: seconds(), news: 0 });
  const touched = (event) => touch(event);
  for (const kind of ["pointerdown", "keydown", "wheel"]) window.addEventListener(kind, touched, { capture: true, passive: true });
  const resized = () => { wall.shown = ""; show(); };
  window.addEventListener("resize", resized);
  wall.timer = setInterval(tick, CHECK_MS);
  wall.close = () => {
    clearInterval(wall.timer);
    for (const kind of ["pointerdown", "keydown", "wheel"]) window.removeEventListener(kind, touched, { capture: true });
    window.removeEventListener("resize", resized);
    host.remove();
    style.remove();
    wall.host = null;
  };
}

function touch(event) {
  const { data } = wall;
  if (!data || data.scenes.length < 2) return;
  if (data.interval) wall.pausedUntil = seconds() + PAUSE_SECONDS;
  if (event.key === "ArrowRight") go(wall.place + 1);
  if (event.key === "ArrowLeft") go(wall.place - 1);
  tick();
}

function go(place) {
  const count = wall.data.scenes.length;
  wall.place = (place + count) % count;
  wall.scene = wall.data.scenes[wall.place].scene.name;
  wall.since = seconds();
  show();
}

function show() {
  const { data, root } = wall;
  const held = data.notice ? null : data.scenes[wall.place % data.scenes.length];
  const names = data.scenes.map((one) => one.scene.title);
  const told = JSON.stringify([data.notice, held?.scene, names, data.colours, data.words, data.opens_rows, data.interval]);
  if (told === wall.shown) return;
  wall.shown = told;
  for (const [name, value] of Object.entries(data.colours)) {
    if (name !== "series") wall.host.style.setProperty(`--${name}`, value);
  }
  data.colours.series.forEach((colour, place) => wall.host.style.setProperty(`--s${place}`, colour));
  wall.host.toggleAttribute("data-wall", data.is_wall);
  root.querySelector(".screen, .notice")?.remove();
  if (held) {
    const scene = held.scene;
    const screen = make("div", "screen", head(scene), sceneParts(scene, data.words), foot());
    screen.dataset.scene = scene.name;
    root.append(screen);
    fitRows(root, data.words);
    fitText(root);
    partNames(root);
  } else {
    const back = data.way_back === null ? null : wayBack();
    root.append(make("div", "notice", make("h1", "", data.notice.title), make("p", "", data.notice.text), back));
  }
  wall.newsShown = -1;
  tick();
}

function head(scene) {
  const { data } = wall;
  const bureau = make("div", "bureau", make("span", "fit", scene.bureau));
  if (scene.is_demo) bureau.append(make("span", "badge", data.words.demo));
  if (data.way_back !== null) {
    bureau.append(wayBack());
  }
  const scenes = make("div", "scenes fit");
  if (data.scenes.length > 1) {
    data.scenes.forEach((held, place) => {
      const button = make("button", place === wall.place ? "now" : "", held.scene.title);
      button.addEventListener("click", () => go(place));
      scenes.append(button);
    });
  }
  return make("header", "head", bureau,
    make("div", "", make("div", "title", scene.title), scenes),
    make("div", "standing",
      make("div", "data fit"), make("div", "clock"), make("div", "link fit"), make("div", "today")));
}

function wayBack() {
  const back = make("a", "way-back", `← ${wall.data.words.back}`);
  back.href = `./?${wall.data.way_back}`;
  return back;
}

function foot() {
  return make("footer", "foot", make("span", "what", wall.data.words.lately), make("div", "news"), make("span", "pause"));
}

function write(selector, text) {
  const element = wall.root.querySelector(selector);
  if (element && element.textContent !== text) element.textContent = text;
  return element;
}

function tick() {
  const { data } = wall;
  if (!data || !wall.host) return;
  const present = seconds();
  const silence = present - wall.answered;
  if (!data.notice) {
    play(present);
    clock(present);
    connection(silence);
    news(present);
  }
  ask(present);
  watch(present, silence);
}

function play(present) {
  const { data } = wall;
  const left = Math.ceil(wall.pausedUntil - present);
  const isPaused = data.interval > 0 && left > 0;
  write(".pause", isPaused ? `❚❚ ${fill(data.words.paused, left)}` : "");
  if (isPaused) wall.since = present;
  else if (data.interval && data.scenes.length > 1 && present - wall.since >= data.interval) go(wall.place + 1);
}

function clock(present) {
  const { data } = wall;
  const time = new Date(Date.parse(`${data.moment}Z`) + (present - wall.answered) * 1000);
  const text = time.toISOString();
  write(".clock", text.slice(11, 16));
  write(".today", `${text.slice(0, 10)} ${data.words.weekdays.split(" ")[time.getUTCDay()]}`);
  const scene = data.scenes[wall.place % data.scenes.length].scene;
  write(".data", `${data.words.asOf} ${scene.as_of}`);
}

function connection(silence) {
  const { data } = wall;
  const isLost = silence > 2.5 * data.refresh_seconds + 5;
  const state = isLost ? "lost" : data.is_fresh ? "live" : "stale";
  const age = data.scenes[wall.place % data.scenes.length].age + silence;
  const told = state === "live" ? data.words.live : `${data.words[state]} · ${fill(data.words.age, ageInWords(age, data.words))}`;
  const link = wall.root.querySelector(".link");
  if (link.title === told) return;
  link.title = told;
  link.textContent = told;
  delete link.dataset.whole;
  link.className = `link fit ${state}`;
  fitText(link.parentElement);
}

// As many as fit beside each other; after a while the next ones.
function news(present) {
  const { data, root } = wall;
  const { warnings: all, is_empty: isEmpty } = data.scenes[wall.place % data.scenes.length].scene;
  const turn = Math.floor(present / NEWS_SECONDS);
  if (turn === wall.newsShown) return;
  wall.newsShown = turn;
  const line = root.querySelector(".news");
  line.replaceChildren();
  // What there is to tell is amber; where there is nothing, nothing shouts.
  root.querySelector(".foot .what").classList.toggle("quiet", !all.length);
  if (!all.length) {
    line.append(make("span", "", isEmpty ? data.words.noData : data.words.noWarnings));
    return;
  }
  if (wall.news >= all.length) wall.news = 0;
  do {
    const item = make("span", "", all[wall.news]);
    line.append(item);
    if (line.scrollWidth > line.clientWidth && line.childElementCount > 1) {
      item.remove();
      return;
    }
    wall.news += 1;
  } while (wall.news < all.length);
}

function ask(present) {
  const { data } = wall;
  if (!data.refresh_seconds || present - wall.asked < data.refresh_seconds) return;
  refresh();
}

function refresh() {
  wall.asked = seconds();
  try {
    wall.send("asked", wall.asked);
  } catch {
    // Not connected: Streamlit goes on trying, and so does the watch below.
  }
}

async function watch(present, silence) {
  const { data } = wall;
  const limit = Math.max(SILENCE.refreshes * data.refresh_seconds, SILENCE.seconds);
  if (!data.refresh_seconds || silence < limit || present - wall.watched < SILENCE.seconds / 4) return;
  wall.watched = present;
  try {
    // Never into the dark: a page that cannot be loaded would stay blank for good.
    const health = await fetch(new URL("./_stcore/health", location.href), { cache: "no-store", signal: AbortSignal.timeout(5000) });
    if (health.ok && seconds() - wall.answered >= limit) location.reload();
  } catch {
    // The server is still away.
  }
}

export default function ({ data, setTriggerValue }) {
  clearTimeout(wall.gone);
  if (!wall.host) {
    open();
    wall.scene = data.start;
    wall.watched = 0;
  }
  // Scenes are told apart by name: they come one after the other, in their order.
  wall.place = Math.max(0, data.scenes.findIndex((held) => held.scene.name === wall.scene));
  wall.data = data;
  wall.send = setTriggerValue;
  wall.refresh = refresh;
  wall.answered = wall.asked = seconds();
  show();
  tick();
  if (!data.is_complete) setTimeout(refresh, NEXT_PART_MS);
  return () => {
    wall.gone = setTimeout(() => wall.close?.(), GONE_MS);
  };
}
