// Areas on a picture: drawn, changed, undone, saved; and last night's clips under them.
import { describe, expect, it } from "vitest";
import {
  type Area,
  areasOf,
  movedArea,
  movedCorner,
  newArea,
  type Saved,
  Steps,
  savedOf,
  withCorner,
  withoutCorner,
} from "../../src/zones/areas.js";
import { type Look, maskPoints } from "../../src/zones/look.js";
import { compared, counted, lastNight, MOST_REPLAYED } from "../../src/zones/night.js";

const saved: Saved = {
  zones: [{ name: "Cổng", polygon: [[0.1, 0.1], [0.9, 0.1], [0.5, 0.9]], mode: "exclude", heading: "left", smallest: 0.01 }],
  privacy_masks: [[[0, 0], [0.2, 0], [0, 0.2]]],
}; // biome-ignore format: corners in one line

const square = (): Area => newArea(1, "include", "Vùng");

describe("areas", () => {
  it("are saved as they were read, with what else the form set", () => {
    expect(savedOf(areasOf(saved))).toEqual(saved);
    expect(areasOf(saved).map(({ kind }) => kind)).toEqual(["exclude", "privacy"]);
  });

  it("get, move and lose corners within the picture", () => {
    const wider = withCorner(square(), 1, [0.45, -3]);
    expect(wider.corners[1]).toEqual([0.45, 0]);
    expect(movedCorner(wider, 0, [2, 0.5]).corners[0]).toEqual([1, 0.5]);
    expect(withoutCorner(wider, 1).corners).toEqual(square().corners);
  });

  it("keep three corners at least", () => {
    const triangle = withoutCorner(square(), 0);
    expect(withoutCorner(triangle, 0)).toBe(triangle);
  });

  it("move whole, and stop at the edge with their shape kept", () => {
    const xs = movedArea(square(), 5, 0).corners.map(([x]) => x);
    expect(Math.max(...xs)).toBeCloseTo(1);
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(0.3);
  });

  it("go back and forth step by step; a new step ends what was undone", () => {
    const steps = new Steps(0);
    steps.do(1);
    steps.do(2);
    steps.undo();
    expect([steps.now, steps.canUndo, steps.canRedo]).toEqual([1, true, true]);
    steps.redo();
    expect(steps.now).toBe(2);
    steps.undo();
    steps.undo();
    steps.undo();
    expect([steps.now, steps.canUndo]).toEqual([0, false]);
    steps.do(9);
    expect(steps.canRedo).toBe(false);
  });
});

describe("what the detector sees", () => {
  it("is read bit by bit, rows padded to bytes", () => {
    const look = { mask_width: 3, mask_height: 2, mask: btoa(String.fromCharCode(0b10100000, 0b01000000)) } as Look;
    const alpha = maskPoints(look).filter((_, index) => index % 4 === 3);
    expect([...alpha]).toEqual([255, 0, 255, 0, 255, 0]);
  });
});

describe("last night", () => {
  const clip = (start: number, motions = 1) =>
    ({
      id: `${start}`,
      start,
      end: start + 10,
      pre_roll: 0,
      kind: "motion",
      motions,
      bytes: 1,
      codec: "h264",
      still: false,
    }) as const;
  const HOUR = 3_600_000;

  it("is the last twelve hours, or the newest clips when nothing moved then", () => {
    expect(lastNight([clip(0), clip(20 * HOUR)], 24 * HOUR).map(({ start }) => start)).toEqual([20 * HOUR]);
    expect(lastNight([clip(0), clip(HOUR)], 24 * HOUR)).toHaveLength(2);
    expect(lastNight(Array.from({ length: 90 }, (_, i) => clip(i)), 100)).toHaveLength(MOST_REPLAYED); // biome-ignore format: one line
  });

  it("tells what would no more be told, what in addition, and why", () => {
    const moving = [[1, 2, 0.9, "moving"]] as const;
    const found = [
      compared(clip(1), { clip_id: "1", last: false, motions: moving }),
      compared(clip(2), { clip_id: "2", last: false, motions: [], suppressed: [[0, 1, "rain"]] }),
      compared(clip(3, 0), { clip_id: "3", last: false, motions: moving }),
      compared(clip(4), { clip_id: "4", last: true, error: "unreadable" }),
    ];
    expect(found.map(({ verdict }) => verdict)).toEqual(["same", "quiet", "new", "unknown"]);
    expect(found[1]?.reason).toBe("rain");
    expect(counted(found)).toEqual({ same: 1, quiet: 1, new: 1, unknown: 1 });
  });
});
