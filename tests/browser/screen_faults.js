// What is wrong with the big screen as it is laid out now: scroll bars, text cut off, boxes that overlap, small
// figures. Measured from the boxes and texts that are drawn; an empty list means that nothing is wrong.
(smallest) => {
  const root = auditWall.root;
  const faults = [];
  const page = document.scrollingElement;
  const [width, height] = [innerWidth, innerHeight];
  if (page.scrollWidth > width || page.scrollHeight > height) faults.push("the page scrolls");
  const seen = (element) => element.getClientRects().length > 0;
  const named = (element) => `${element.className?.baseVal ?? element.className} “${element.textContent.slice(0, 30)}”`;
  // The ink of each line of a text: the box of a line is a third higher than its letters.
  const pen = document.createElement("canvas").getContext("2d");
  const ink = (node, element) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const style = getComputedStyle(element);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const size = pen.measureText(node.data);
    return [...range.getClientRects()].map((line) => {
      const scale = line.height / (size.fontBoundingBoxAscent + size.fontBoundingBoxDescent);
      const base = line.top + size.fontBoundingBoxAscent * scale;
      return {
        left: line.left,
        right: line.right,
        top: base - size.actualBoundingBoxAscent * scale,
        bottom: base + size.actualBoundingBoxDescent * scale,
      };
    });
  };
  const all = [...root.querySelectorAll(".screen *")].filter((element) => seen(element) && element.tagName !== "STYLE");
  const texts = [];
  for (const element of all) {
    const box = element.getBoundingClientRect();
    if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1) faults.push(`outside: ${named(element)}`);
    const isHtml = element instanceof HTMLElement;
    if (isHtml && element.scrollWidth > element.clientWidth + 1 && element.clientWidth) faults.push(`too wide: ${named(element)}`);
    if (isHtml && ["box", "tile", "column", "rows", "parts", "course", "map", "body", "strip", "head", "foot"].some((name) => element.classList.contains(name))
      && element.scrollHeight > element.clientHeight + 2) faults.push(`too high: ${named(element)}`);
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      for (const box of ink(node, element)) texts.push({ node, box, element });
    }
  }
  const overlap = (one, other, slack) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack;
  texts.forEach((one, place) => {
    for (const other of texts.slice(place + 1)) {
      if (overlap(one.box, other.box, 0.5)) faults.push(`“${one.node.data}” over “${other.node.data}”`);
    }
    const frame = one.element.closest(".tile, .box, .head, .foot").getBoundingClientRect();
    const inside = one.box.left >= frame.left - 1 && one.box.right <= frame.right + 1
      && one.box.top >= frame.top - 1 && one.box.bottom <= frame.bottom + 1;
    if (!inside) faults.push(`leaves its box: “${one.node.data}”`);
  });
  for (const group of [".tile", ".box", ".head, .strip, .body, .foot", ".row", ".head > *"]) {
    const boxes = [...root.querySelectorAll(group)].filter(seen);
    boxes.forEach((one, place) => {
      for (const other of boxes.slice(place + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        if (overlap(one.getBoundingClientRect(), other.getBoundingClientRect(), 1)) faults.push(`${named(one)} over ${named(other)}`);
      }
    });
  }
  for (const figure of root.querySelectorAll(".tile .figure")) {
    const size = parseFloat(getComputedStyle(figure).fontSize);
    if (size < smallest) faults.push(`${size.toFixed(1)} px: ${named(figure)}`);
  }
  for (const element of root.querySelectorAll(".tile .figure, .tile .name, .row .label, .box h2")) {
    if (element.textContent.includes("…")) faults.push(`shortened: ${named(element)}`);
  }
  return faults;
}
