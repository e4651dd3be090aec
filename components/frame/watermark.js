// Lays the name of the reader over the whole page. The layer hangs on the body, above the page and full-screen
// tables but below dialogs, so that it outlives every rerun; mounting again replaces its text, never adds a second.
const ID = "audit-watermark";
const SVG = "http://www.w3.org/2000/svg";
const LAYER = 1000055; // Streamlit: full-screen table 1000050, dialog 1000059
const ANGLE = -24; // degrees
const GAP = 90; // px between two marks in a line
const LINE = 150; // px between two lines

function svg(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.appendChild(element);
  return element;
}

function draw(text) {
  const layer = document.createElement("div");
  layer.id = ID;
  layer.setAttribute("aria-hidden", "true");
  // Mid-grey shows alike on white paper and on night blue; faint enough to read any figure through it.
  layer.style.cssText = `position:fixed;inset:0;z-index:${LAYER};pointer-events:none;user-select:none;
    overflow:hidden;opacity:.13;print-color-adjust:exact`;
  document.body.appendChild(layer);
  const picture = svg("svg", { width: "100%", height: "100%" }, layer);
  const style = { "font-size": 15, fill: "#808080", "font-family": getComputedStyle(document.body).fontFamily };
  const ruler = svg("text", style, picture);
  ruler.textContent = text;
  const width = Math.ceil(ruler.getComputedTextLength()) + GAP;
  ruler.remove();
  const tile = {
    id: `${ID}-tile`,
    width,
    height: 2 * LINE,
    patternUnits: "userSpaceOnUse",
    patternTransform: `rotate(${ANGLE})`,
  };
  const pattern = svg("pattern", tile, svg("defs", {}, picture));
  // Every second line is moved by half, so that no column of the page stays free of marks.
  for (const [x, y] of [[0, LINE / 2], [-width / 2, LINE * 1.5], [width / 2, LINE * 1.5]]) {
    svg("text", { ...style, x, y }, pattern).textContent = text;
  }
  svg("rect", { width: "100%", height: "100%", fill: `url(#${tile.id})` }, picture);
  return layer;
}

export default function ({ data }) {
  document.getElementById(ID)?.remove();
  const layer = draw(data.text);
  return () => layer.remove();
}
