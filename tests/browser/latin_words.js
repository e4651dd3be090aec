// Every text and describing attribute on the page, with where it stands. The text of an icon is its name.
() => {
  const attributes = ["aria-label", "title", "placeholder", "alt", "aria-valuetext"];
  const silent = "script, style, noscript, .js-plotly-plot defs";
  const isIcon = (element) => getComputedStyle(element).fontFamily.includes("Material Symbols");
  const found = [];
  const place = (element) => {
    const names = [];
    for (let here = element; here && names.length < 4; here = here.parentElement) {
      const name = here.dataset?.testid || here.getAttribute("role");
      if (name) names.push(name);
    }
    return names.join(" < ");
  };
  const keep = (text, element) => {
    if (/[A-Za-z]{2}/.test(text) && !element.closest(silent)) found.push([text.trim(), place(element)]);
  };
  // Text from outside has each of its signs in a span of its own: a code is read together with them.
  const isWord = (child) => child instanceof Text || (child.localName === "span" && !isIcon(child) && child.textContent.length === 1);
  const wordsOf = (text) => {
    let words = text.data;
    for (let near = text.previousSibling; near && isWord(near); near = near.previousSibling) words = near.textContent + words;
    for (let near = text.nextSibling; near && isWord(near); near = near.nextSibling) words += near.textContent;
    return words;
  };
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!isIcon(node.parentElement)) keep(wordsOf(node), node.parentElement);
    } else if (!(node instanceof SVGElement)) {
      for (const name of attributes) keep(node.getAttribute(name) ?? "", node);
    }
  }
  return found;
}
