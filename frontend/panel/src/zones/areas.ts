// The areas on a camera's picture, and the editing of them: add, move and remove corners, with undo. Corners lie in
// 0..1 of the picture. Pure: nothing here knows of the page.
export type Corner = readonly [x: number, y: number];
export type AreaKind = "include" | "exclude" | "privacy";

export interface Zone {
  name: string;
  polygon: Corner[];
  mode?: "include" | "exclude";
  [more: string]: unknown;
}

export interface Area {
  id: number;
  kind: AreaKind;
  name: string;
  corners: readonly Corner[];
  /** What the form set besides: heading, hours, smallest size. It stays as it is. */
  more: Record<string, unknown>;
}

export interface Saved {
  zones: Zone[];
  privacy_masks: Corner[][];
}

export const LEAST_CORNERS = 3;
export const MOST_CORNERS = 64;
export const MOST_AREAS = 20;

export function areasOf({ zones, privacy_masks }: Saved): Area[] {
  const drawn = zones.map(({ name, polygon, mode, ...more }, id): Area => {
    return { id, kind: mode ?? "include", name, corners: polygon, more };
  });
  const masks = privacy_masks.map((corners, index): Area => {
    return { id: zones.length + index, kind: "privacy", name: "", corners, more: {} };
  });
  return [...drawn, ...masks];
}

/** What is saved of areas; those that are no area yet are left out. */
export function savedOf(areas: readonly Area[]): Saved {
  const whole = areas.filter(({ corners }) => corners.length >= LEAST_CORNERS);
  return {
    zones: whole.flatMap(({ kind, name, corners, more }) =>
      kind === "privacy" ? [] : [{ ...more, name, polygon: rounded(corners), mode: kind }],
    ),
    privacy_masks: whole.flatMap(({ kind, corners }) => (kind === "privacy" ? [rounded(corners)] : [])),
  };
}

function rounded(corners: readonly Corner[]): Corner[] {
  return corners.map(([x, y]) => [Math.round(x * 10_000) / 10_000, Math.round(y * 10_000) / 10_000]);
}

const inside = (value: number) => Math.min(1, Math.max(0, value));

export function withCorner(area: Area, at: number, [x, y]: Corner): Area {
  if (area.corners.length >= MOST_CORNERS) return area;
  return { ...area, corners: [...area.corners.slice(0, at), [inside(x), inside(y)], ...area.corners.slice(at)] };
}

export function movedCorner(area: Area, index: number, [x, y]: Corner): Area {
  return { ...area, corners: area.corners.map((corner, i) => (i === index ? [inside(x), inside(y)] : corner)) };
}

export function withoutCorner(area: Area, index: number): Area {
  if (area.corners.length <= LEAST_CORNERS) return area;
  return { ...area, corners: area.corners.filter((_, i) => i !== index) };
}

/** The whole area moved, as far as it stays within the picture. */
export function movedArea(area: Area, dx: number, dy: number): Area {
  const xs = area.corners.map(([x]) => x);
  const ys = area.corners.map(([, y]) => y);
  const x = Math.min(1 - Math.max(...xs), Math.max(-Math.min(...xs), dx));
  const y = Math.min(1 - Math.max(...ys), Math.max(-Math.min(...ys), dy));
  return { ...area, corners: area.corners.map(([cx, cy]): Corner => [cx + x, cy + y]) };
}

/** A new area in the picture's middle, a little beside the last. */
export function newArea(id: number, kind: AreaKind, name: string): Area {
  const shift = (id % 5) * 0.04;
  const [left, top, right, bottom] = [0.3 + shift, 0.35 + shift, 0.6 + shift, 0.75 + shift];
  const corners: Corner[] = [
    [left, top],
    [right, top],
    [right, inside(bottom)],
    [left, inside(bottom)],
  ];
  return { id, kind, name, corners, more: {} };
}

/** Where a corner would come between two others: the middles of the sides. */
export function middles(corners: readonly Corner[]): { after: number; at: Corner }[] {
  return corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return { after: index + 1, at: [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2] };
  });
}

/** Every state of the drawing, to go back and forth. */
export class Steps<State> {
  private readonly past: State[] = [];
  private future: State[] = [];

  constructor(public now: State) {}

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  do(next: State): void {
    this.past.push(this.now);
    if (this.past.length > 200) this.past.shift();
    this.now = next;
    this.future = [];
  }

  undo(): void {
    const before = this.past.pop();
    if (before === undefined) return;
    this.future.push(this.now);
    this.now = before;
  }

  redo(): void {
    const after = this.future.pop();
    if (after === undefined) return;
    this.past.push(this.now);
    this.now = after;
  }
}
