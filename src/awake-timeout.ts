/** How often an awake page looks at the time. */
const tickMs = 250;

/**
 * Calls back when this page has been awake for `ms`: a machine that sleeps and a tab that is frozen use up no time, and
 * a hidden tab, whose timers are slowed down, waits longer. Returns what calls it off.
 */
export function awakeTimeout(tell: () => void, ms: number): () => void {
  let left = Math.ceil(ms / tickMs);
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    tell();
  }, tickMs);
  return () => clearInterval(timer);
}
