// Which rows of a long list are drawn: those in view, and a few above and below.
export interface Rows {
  first: number;
  last: number;
}

export const ROW_HEIGHT = 76;
const SPARE = 4;

export function rowsInView(scrollTop: number, height: number, count: number): Rows {
  const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - SPARE);
  const last = Math.min(count, Math.ceil((scrollTop + height) / ROW_HEIGHT) + SPARE);
  return { first: Math.min(first, last), last };
}

/** Where the list must be scrolled to for a row to be in view; null when it is. */
export function scrollTo(row: number, scrollTop: number, height: number): number | null {
  const top = row * ROW_HEIGHT;
  if (top < scrollTop) return top;
  if (top + ROW_HEIGHT > scrollTop + height) return top + ROW_HEIGHT - height;
  return null;
}
