// A scene laid out: figures above, the picture in the middle, panels beside it; and everything made to fit.
const SMALLEST = 0.66; // of the designed size; smaller is not read from six metres
const TWO_LINES = 0.8; // smaller than this, the name of a figure takes two lines instead

function sceneParts(scene, words) {
  const column = (classes, boxes) => make("div", `column ${classes}`, boxes.map((box) => panel(box, words, "")));
  const beside = scene.beside;
  const tiles = scene.strip.map(tile);
  tiles[scene.strip.findIndex((figure) => figure.state === "breach")]?.classList.add("loud");
  return [
    make("section", "strip", tiles),
    make("main", "body",
      column("far", beside.slice(4, 6)), column("", beside.slice(0, 2)),
      panel(scene.centre, words, "centre"),
      column("", beside.slice(2, 4)), column("far", beside.slice(6, 8))),
  ];
}

// The least height of a line in sizes of its text: a line of a map's side has two lines, one of parts no bar below.
const LINE_HEIGHTS = { rows: 1.72, parts: 1.5, side: 2.9 };

// Rows beyond the height are left out and counted, for half a row says nothing.
function fitRows(root, words) {
  for (const list of root.querySelectorAll(".rows, .parts, .side")) {
    const lines = [...list.children].filter((line) => !line.classList.contains("more"));
    list.querySelector(".more")?.remove();
    for (const line of lines) line.hidden = false;
    const size = parseFloat(getComputedStyle(list).fontSize);
    const kind = Object.keys(LINE_HEIGHTS).find((name) => list.classList.contains(name));
    const room = Math.max(1, Math.floor(list.clientHeight / (size * LINE_HEIGHTS[kind])));
    if (!list.clientHeight || lines.length <= room) continue;
    lines.slice(room - 1).forEach((line) => { line.style.display = "none"; });
    list.append(make("div", "more note", words.more.replace("{number}", lines.length - room + 1)));
  }
}

// Text that is too long gets smaller, and what is still too long is shortened where it ends.
function fitText(root) {
  for (const element of root.querySelectorAll(".fit")) {
    element.style.fontSize = "";
    element.classList.remove("two");
    if (element.dataset.whole) element.firstChild.data = element.dataset.whole;
    if (!element.clientWidth || element.scrollWidth <= element.clientWidth) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const share = Math.max(SMALLEST, element.clientWidth / element.scrollWidth - 0.01);
    element.style.fontSize = `${size * share}px`;
    const text = element.firstChild;
    if (!(text instanceof Text)) continue;
    if (share < TWO_LINES && element.classList.contains("name")) {
      element.style.fontSize = `${size * TWO_LINES}px`;
      element.classList.add("two");
    }
    element.dataset.whole = text.data;
    while (element.scrollWidth > element.clientWidth && text.data.length > 2) {
      text.data = `${text.data.slice(0, -2)}…`;
    }
  }
}

// Names of neighbouring districts that touch are moved apart, each by half, along the shorter way.
function partNames(root) {
  for (const picture of root.querySelectorAll(".map svg")) {
    const places = [...picture.querySelectorAll(".place")].map((group) => ({ group, box: group.getBBox(), x: 0, y: 0 }));
    for (let round = 0; round < 40; round += 1) {
      let touched = false;
      places.forEach((one, index) => {
        for (const other of places.slice(index + 1)) {
          const across = Math.min(one.box.x + one.x + one.box.width, other.box.x + other.x + other.box.width)
            - Math.max(one.box.x + one.x, other.box.x + other.x) + 6;
          const down = Math.min(one.box.y + one.y + one.box.height, other.box.y + other.y + other.box.height)
            - Math.max(one.box.y + one.y, other.box.y + other.y) + 2;
          if (across <= 0 || down <= 0) continue;
          touched = true;
          const axis = across < down ? "x" : "y";
          const half = Math.min(across, down) / 2;
          const sign = one.box[axis] + one[axis] <= other.box[axis] + other[axis] ? 1 : -1;
          one[axis] -= sign * half;
          other[axis] += sign * half;
        }
      });
      if (!touched) break;
    }
    for (const { group, x, y } of places) group.setAttribute("transform", `translate(${x} ${y})`);
  }
}
