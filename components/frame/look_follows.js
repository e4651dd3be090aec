// Charts are drawn for the look that the server was told with the last run. Where the reader or the device goes
// over from day to night, the page runs again: else their words would stay dark on dark until the next click.
const APP = "[data-testid='stApp']";

const look = (app) => (getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light");

export default function ({ data, parentElement, setTriggerValue }) {
  const app = document.querySelector(APP);
  if (!app) return undefined;
  let told = null; // once for each change: a run that does not hear it is not asked for again
  const compare = () => {
    const now = look(app);
    if (now === data.look) told = null;
    else if (now !== told) setTriggerValue("look", (told = now));
  };
  compare();
  const watch = new MutationObserver(compare);
  watch.observe(app, { attributeFilter: ["class", "style"] });
  return () => watch.disconnect();
}
