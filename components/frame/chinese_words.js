// Turns Streamlit's own English words into Chinese, and back. One observer per browser tab, kept on `window`,
// because the component is mounted again on every page. Only known words in known places are touched: what users
// or their files say stays as it is.
const WORDS = /*WORDS*/ null;
const LOCALES = { zh: "zh-CN", en: "en" };
const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-roledescription"];

const exact = new Map();
for (const { within, words } of WORDS.texts) {
  for (const [english, chinese] of Object.entries(words)) {
    exact.set(english, [...(exact.get(english) ?? []), { within, chinese }]);
  }
}
const anchored = (english) => new RegExp(`^(?:${english})$`, "u");
const textPatterns = WORDS.textPatterns.map(([within, english, chinese]) => [within, anchored(english), chinese]);
const attributePatterns = WORDS.attributePatterns.map(([english, chinese]) => [anchored(english), chinese]);
const hasWord = /[A-Za-z]{2}/;

function filled(chinese, found) {
  return chinese.replace(/\$(\d)/g, (_, n) => WORDS.months[found[n]] ?? found[n] ?? "").trim();
}

function chineseText(english, element) {
  const isWithin = (within) => !within || element.closest(within);
  const known = exact.get(english)?.find((word) => isWithin(word.within));
  if (known) return known.chinese;
  for (const [within, pattern, chinese] of textPatterns) {
    const found = pattern.exec(english);
    if (found && isWithin(within)) return filled(chinese, found);
  }
  return undefined;
}

function chineseAttribute(english) {
  if (Object.hasOwn(WORDS.attributes, english)) return WORDS.attributes[english];
  for (const [pattern, chinese] of attributePatterns) {
    const found = pattern.exec(english);
    if (found) return filled(chinese, found);
  }
  return undefined;
}

function start() {
  const state = { language: "en", replaced: new WeakMap() };

  function remember(node, name, english) {
    const originals = state.replaced.get(node) ?? {};
    originals[name] = english;
    state.replaced.set(node, originals);
  }

  function translateText(node) {
    const element = node.parentElement;
    if (!hasWord.test(node.data) || !element || element.closest(WORDS.never.text)) return;
    const english = node.data.trim();
    const chinese = chineseText(english, element);
    if (chinese === undefined) return;
    remember(node, "", node.data);
    node.data = node.data.replace(english, () => chinese);
  }

  function translateAttribute(element, name) {
    const english = element.getAttribute(name);
    if (!english || !hasWord.test(english) || element.closest(WORDS.never.attribute)) return;
    const chinese = chineseAttribute(english.trim());
    if (chinese === undefined) return;
    remember(element, name, english);
    element.setAttribute(name, chinese);
  }

  function restore(node) {
    for (const [name, english] of Object.entries(state.replaced.get(node) ?? {})) {
      if (name === "") node.data = english;
      else node.setAttribute(name, english);
    }
    state.replaced.delete(node);
  }

  // Charts are drawn in SVG and canvas and change with every movement of the mouse: they are left out whole.
  function walk(root) {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof SVGElement || node instanceof HTMLCanvasElement
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = root; node; node = nodes.nextNode()) visit(node);
  }

  function visit(node) {
    if (state.language !== "zh") restore(node);
    else if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ATTRIBUTES) if (node.hasAttribute(name)) translateAttribute(node, name);
    }
  }

  const observer = new MutationObserver((changes) => {
    for (const { type, target, attributeName, addedNodes } of changes) {
      if (target instanceof SVGElement || target instanceof HTMLCanvasElement) continue;
      if (type === "attributes") translateAttribute(target, attributeName);
      else if (type === "characterData") translateText(target);
      else for (const node of addedNodes) if (!(node instanceof SVGElement)) walk(node);
    }
  });

  function speak(language) {
    const locale = LOCALES[language];
    // Calendars and number formats of Streamlit follow the browser's language; the reader has chosen another.
    Object.defineProperty(navigator, "language", { configurable: true, get: () => locale });
    Object.defineProperty(navigator, "languages", { configurable: true, get: () => [locale] });
    document.documentElement.lang = locale;
    window.dispatchEvent(new Event("languagechange"));
    if (state.language === language) return;
    observer.disconnect();
    state.language = language;
    walk(document.body);
    if (language !== "zh") return;
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  return { speak };
}

export default function ({ data, parentElement, setTriggerValue }) {
  // The component shows nothing; without this its empty box would cost a gap at the top of every page.
  const host = parentElement.host ?? parentElement;
  host.closest('[data-testid="stElementContainer"]')?.style.setProperty("display", "none");
  const isTheBrowsers = navigator.language === LOCALES[data.language];
  window.cockpitWords ??= start();
  window.cockpitWords.speak(data.language);
  // Calendars that are already on the screen learn of the reader's language when the page runs once more.
  if (!isTheBrowsers) setTriggerValue("spoken", data.language);
}
