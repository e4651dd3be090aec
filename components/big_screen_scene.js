// A scene laid out: figures above, the picture in the middle, panels beside it; and everything made to fit.
const SMALLEST = 0.66; // of the designed size; smaller is not read from six metres

function sceneParts(scene, words) {
  const column = (classes, boxes) => make("div", `column ${classes}`, boxes.map((box) => panel(box, words, "")));
  const beside = scene.beside;
  return [
    make("section", "strip", scene.strip.map(tile)),
    make("main", "body",
      column("far", beside.slice(4, 6)), column("", beside.slice(0, 2)),
      panel(scene.centre, words, "centre"),
      column("", beside.slice(2, 4)), column("far", beside.slice(6, 8))),
  ];
}

// Rows beyond the height are left out and counted, for half a row says nothing.
function fitRows(root, words) {
  for (const list of root.querySelectorAll(".rows, .parts, .side")) {
    const lines = [...list.children].filter((line) => !line.classList.contains("more"));
    list.querySelector(".more")?.remove();
    for (const line of lines) line.hidden = false;
    const size = parseFloat(getComputedStyle(list).fontSize);
    const room = Math.max(1, Math.floor(list.clientHeight / (size * (list.classList.contains("side") ? 2.9 : 1.72))));
    if (!list.clientHeight || lines.length <= room) continue;
    lines.slice(room - 1).forEach((line) => { line.style.display = "none"; });
    list.append(make("div", "more note", words.more.replace("{number}", lines.length - room + 1)));
  }
}

// Text that is too long gets smaller, and what is still too long is shortened where it ends.
function fitText(root) {
  for (const element of root.querySelectorAll(".fit")) {
    element.style.fontSize = "";
    if (element.dataset.whole) element.firstChild.data = element.dataset.whole;
    if (!element.clientWidth || element.scrollWidth <= element.clientWidth) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const share = Math.max(SMALLEST, element.clientWidth / element.scrollWidth - 0.01);
    element.style.fontSize = `${size * share}px`;
    const text = element.firstChild;
    element.dataset.whole = text.data;
    while (element.scrollWidth > element.clientWidth && text.data.length > 2) {
      text.data = `${text.data.slice(0, -2)}…`;
    }
  }
}
