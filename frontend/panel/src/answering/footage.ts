// The clips of some cameras within a span, read from the home day by day.
import { isoDay } from "@shared/format.js";
import type { House } from "../home/house.js";
import type { Clip, Day } from "../timeline/day.js";
import { type Bounds, daysOf, inSpan } from "./gift.js";

/** By camera; a camera that was removed, or may not be seen, has none. */
export async function footage(
  house: House,
  cameraIds: readonly string[],
  bounds: Bounds,
): Promise<Map<string, readonly Clip[]>> {
  const found = await Promise.all(cameraIds.map(async (id) => [id, await clipsOf(house, id, bounds)] as const));
  return new Map(found);
}

async function clipsOf(house: House, camera_id: string, bounds: Bounds): Promise<readonly Clip[]> {
  if (!house.camera(camera_id)) return [];
  const days = await Promise.all(daysOf(bounds, isoDay).map((day) => house.ask<Day>("panel/day", { camera_id, day })));
  const clips = new Map(days.flatMap((day) => day.clips).map((clip) => [clip.id, clip]));
  return inSpan([...clips.values()], bounds).sort((a, b) => a.start - b.start);
}
