// st.switch_page writes two entries into the browser's history: the page that is left with the address of the
// page to come, then the page to come. The reader would need two steps back. The second takes the place of the
// first: it has the same query, another path, and nothing was pressed since the first was written.
const MARK = "auditOneStepBack";
const PRESSED = ["click", "keydown", "pointerdown", "popstate"];

function watch() {
  const push = history.pushState;
  let announced = null; // the query that this page was given last
  history.pushState = function (state, title, address) {
    const { pathname, search } = new URL(address ?? location.href, location.href);
    const isThisPage = pathname === location.pathname;
    const write = !isThisPage && search === announced ? history.replaceState : push;
    announced = isThisPage ? search : null;
    write.call(history, state, title, address);
  };
  const forget = () => (announced = null);
  for (const event of PRESSED) addEventListener(event, forget, true);
}

export default function () {
  if (window[MARK]) return;
  window[MARK] = true;
  watch();
}
