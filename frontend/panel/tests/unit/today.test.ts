// What needs somebody, most urgent first; and the panel's addresses.
import { describe, expect, it } from "vitest";
import type { Camera, Overview } from "../../src/home/overview.js";
import { concerns, largestGap } from "../../src/today/health.js";
import { addressOf, placeOf } from "../../src/ui/address.js";

const camera = (more: Partial<Camera> = {}): Camera => ({
  camera_id: "cam1",
  name: "Cổng",
  position: "gate",
  entities: {},
  state: "live",
  live: true,
  since: "2026-11-22T00:00:00Z",
  trouble: null,
  tamper: null,
  scene: "day",
  night: false,
  moving: false,
  last_motion_at: null,
  last_clip_at: null,
  clips_today: 0,
  detect: true,
  record: "motion",
  findings: [],
  coverage: null,
  ...more,
});
const home = (more: Partial<Overview> = {}): Overview => ({
  loaded: true,
  engine: true,
  storage: null,
  cameras: [camera()],
  ...more,
});
const storage = { used_bytes: 1, protected_bytes: 0, free_bytes: 1, clips: 1, backlog: 0 };
const absent = (cause: string, seconds: number, unexplained_s = 0) => ({
  coverage: { day: "2026-11-22", recorded_s: 1, watched_s: 1, absent: [{ cause, seconds }], unexplained_s },
});

describe("what needs somebody", () => {
  it("is nothing while all is well", () => expect(concerns(home())).toEqual([]));

  it("is told by urgency: the engine, the disk, a dead camera, a gap, the forecast", () => {
    const cameras = [
      camera(absent("host", 600)),
      camera({ trouble: "host", tamper: "covered" }),
      camera({ tamper: "moved" }),
    ];
    const full = { ...storage, trouble: "disk_full", days_left: 1 };
    expect(concerns(home({ cameras, storage: full })).map(({ kind }) => kind)).toEqual(["storage", "trouble", "tamper", "gap", "forecast"]); // biome-ignore format: one line
    expect(concerns(home({ engine: false, cameras: [camera({ trouble: "host" })] }))).toEqual([{ kind: "engine" }]);
  });

  it("is no gap that the owner wanted, and none that is short", () => {
    expect(largestGap(camera(absent("detection_off", 9000)))).toBeNull();
    expect(largestGap(camera(absent("host", 30)))).toBeNull();
    expect(largestGap(camera(absent("host", 130, 500)))).toEqual({ cause: "unexplained", seconds: 500 });
  });
});

describe("an address", () => {
  it("names a page and what it shows; anything else is Today", () => {
    expect(placeOf("/timeline/cam1/2026-11-22")).toEqual({ page: "timeline", path: ["cam1", "2026-11-22"] });
    expect(placeOf("").page).toBe("today");
    expect(placeOf("/nowhere/x")).toEqual({ page: "today", path: [] });
    expect(placeOf("/timeline/%").path).toEqual(["%"]);
    expect(addressOf("/mat-than", "timeline", "a/b")).toBe("/mat-than/timeline/a%2Fb");
  });
});
