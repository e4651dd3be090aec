// The pictures of a panel. Everything written is set with textContent: text stays text, whatever it holds.
const SVG = "http://www.w3.org/2000/svg";

function make(tag, classes, ...inside) {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  for (const piece of inside.flat()) if (piece !== null && piece !== undefined) element.append(piece);
  return element;
}

function draw(tag, attributes, ...inside) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

// A colour by its meaning, or of the series whose place it names.
function coloured(element, colour) {
  element.style.setProperty("--state", /^\d+$/.test(colour) ? `var(--s${Number(colour) % 8})` : `var(--${colour})`);
  return element;
}

function linked(classes, query, ...inside) {
  const opens = query && wall.data?.opens_rows;
  const element = make(opens ? "a" : "div", classes, ...inside);
  if (opens) element.href = `./rows?${query}`;
  return element;
}

function row(line) {
  const bar = line.share === null ? null : make("div", "bar");
  if (bar) {
    const filled = make("i");
    filled.style.width = `${line.share * 100}%`;
    bar.append(filled);
    if (line.mark !== null) {
      const mark = make("b");
      mark.style.left = `calc(${line.mark * 100}% - 3 * var(--u))`;
      bar.append(mark);
    }
  }
  const element = linked(
    `row ${line.state}`, line.query, make("span", "fit label", line.label), make("span", "value", line.value), bar,
  );
  return coloured(element, line.state);
}

function rows(box) {
  const plain = box.lines.every((line) => line.share === null);
  return make("div", `rows${plain ? " plain" : ""}`, box.lines.map(row));
}

function parts(box) {
  return make("div", "parts", box.lines.map((line) => {
    const pieces = line.parts.map((part) => {
      const piece = coloured(make("i"), part.colour);
      piece.style.width = `${part.share * 100}%`;
      return piece;
    });
    return linked("line row", line.query,
      make("span", "fit label", line.label), make("span", "cut", pieces), make("span", "value", line.value));
  }));
}

function legend(box) {
  if (!box.legend.length) return null;
  return make("div", "legend", box.legend.map(([colour, label]) => make("span", "", coloured(make("i"), colour), label)));
}

function path(points) {
  const step = 100 / Math.max(1, points.length - 1);
  let text = "";
  points.forEach((point, place) => {
    if (point === null) return;
    const before = place > 0 && points[place - 1] !== null;
    text += `${before ? "L" : "M"}${(place * step).toFixed(2)} ${((1 - point) * 100).toFixed(2)}`;
  });
  return text;
}

function course(box) {
  const picture = draw("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none" });
  for (const [height] of box.ticks) {
    const y = (1 - height) * 100;
    picture.append(draw("line", { class: "grid", x1: 0, x2: 100, y1: y, y2: y }));
  }
  for (const line of [...box.courses].reverse()) {
    picture.append(coloured(draw("path", { class: "path", d: path(line.points) }), line.colour));
  }
  const names = box.courses.map((line) =>
    coloured(make("div", "", make("i"), make("span", "fit", line.name), make("b", "", line.value)), line.colour));
  const months = [box.months[0], box.months[Math.floor(box.months.length / 2)], box.months.at(-1)];
  return make("div", "course",
    make("div", "names", names),
    make("div", "ticks", box.ticks.map(([, label]) => make("span", "", label))), picture,
    make("div", "months", months.map((month) => make("span", "", month))));
}

function map(box) {
  const picture = draw("svg", { viewBox: box.view });
  for (const area of box.areas) {
    picture.append(coloured(draw("path", { d: area.path, class: area.state }), area.state));
  }
  for (const spot of box.spots) {
    picture.append(coloured(draw("circle", { cx: spot.x, cy: spot.y, r: 4, class: spot.state }), spot.state));
  }
  // Above all areas, so that no neighbour covers a name.
  for (const area of box.areas) {
    const name = draw("text", { x: area.x, y: area.y - 5 });
    name.textContent = area.label;
    const value = draw("text", { x: area.x, y: area.y + 32, class: "value" });
    value.textContent = area.value;
    picture.append(draw("g", { class: `place ${area.state}` }, name, value));
  }
  return make("div", "map", picture, make("div", "side", box.lines.map((line) => row({ ...line, share: null }))));
}

const DRAWINGS = { figures: rows, bars: rows, parts, course, map };

function panel(box, words, classes) {
  const isEmpty = !box.lines.length && !box.courses.length && !box.areas.length;
  return make("section", `box ${classes}`,
    make("h2", "", box.title),
    isEmpty ? make("div", "empty", box.missing || words.noData) : DRAWINGS[box.kind](box),
    make("div", "below", legend(box), box.note ? make("div", "note", box.note) : null));
}

function tile(figure) {
  const spark = draw("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none" },
    coloured(draw("path", { class: "path", d: path(figure.course) }), "neutral"));
  const number = make("div", "figure fit", figure.number);
  if (figure.unit) number.append(make("span", "unit", figure.unit));
  const element = linked(`tile ${figure.state}`, figure.query,
    make("div", "name fit", figure.title), number, make("div", "stands fit", figure.standing),
    make("div", "change fit", figure.change), spark);
  return coloured(element, figure.state);
}
