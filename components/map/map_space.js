// Only the browser knows how wide its window is. Where columns stand below each other, the map has all of it;
// the page is told once, and again when the window has changed by more than a step.
const STACKED = 640; // px: the width below which Streamlit puts columns below each other
const MARGINS = 32;
const STEP = 40;

export default function ({ data, parentElement, setStateValue }) {
  const width = window.innerWidth < STACKED ? Math.floor((window.innerWidth - MARGINS) / STEP) * STEP : 0;
  // Told once for each width, also where the page should not have heard.
  if (width === data.width || width === parentElement.auditTold) return;
  parentElement.auditTold = width;
  setStateValue("width", width);
}
