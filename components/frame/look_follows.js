// Charts are drawn for the look that the server was told with the last run. Where the reader or the device goes
// over from day to night, the page runs again: else their words would stay dark on dark until the next click.
const APP = "[data-testid='stApp']";
const DIALOG = "[role='dialog']";

const look = (app) => (getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light");

export default function ({ data, parentElement, setTriggerValue }) {
  // Called again for every look that the server was told, on the same element: only the last one watches.
  parentElement.auditWatch?.disconnect();
  const app = document.querySelector(APP);
  if (!app) return undefined;
  let told = null; // once for each change: a run that does not hear it is not asked for again
  const compare = () => {
    const now = look(app);
    if (now === data.look) told = null;
    else if (now === told) return;
    // A run closes a dialog, and what was typed in it is lost: the change waits until it is gone.
    else if (document.querySelector(DIALOG)) watch.observe(document.body, { childList: true, subtree: true });
    else setTriggerValue("look", (told = now));
  };
  const watch = (parentElement.auditWatch = new MutationObserver(compare));
  watch.observe(app, { attributeFilter: ["class", "style"] });
  compare();
  return () => parentElement.auditWatch.disconnect();
}
