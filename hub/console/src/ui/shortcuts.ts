// Single keys that move through lists. They can be switched off (WCAG 2.1.4) and never act while someone types.
const KEPT_AS = "mat-than.shortcuts";

export const shortcuts = {
  on: () => localStorage.getItem(KEPT_AS) !== "off",
  use: (on: boolean) => localStorage.setItem(KEPT_AS, on ? "on" : "off"),
};

const TYPING = "input, select, textarea, video, dialog[open] *, [contenteditable]";

/** The key of a bare press outside of fields, else an empty text. */
export function bareKey(event: KeyboardEvent): string {
  if (!shortcuts.on() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return "";
  const target = event.composedPath()[0];
  if (target instanceof Element && target.matches(TYPING)) return "";
  return event.key.toLowerCase();
}

/** Calls back for bare keys; the answer ends it. */
export function onKey(act: (key: string, event: KeyboardEvent) => void): () => void {
  const listen = (event: KeyboardEvent) => {
    const key = bareKey(event);
    if (key) act(key, event);
  };
  window.addEventListener("keydown", listen);
  return () => window.removeEventListener("keydown", listen);
}
