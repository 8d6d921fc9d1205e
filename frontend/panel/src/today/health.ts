// How the home is, in findings that a page turns into words: what needs somebody, most urgent first.
import type { Camera, Overview } from "../home/overview.js";

/** What the owner wills, and is no gap: the ledger's causes that ask for nobody. */
const WILLED = new Set([
  "off",
  "detection_off",
  "recording_off",
  "camera_removed",
  "not_set_up",
  "deleted_owner",
  "deleted_age",
  "deleted_space",
]);
const GAP_S = 120;
const UNEXPLAINED_S = 60;
const FEW_DAYS = 3;

export type Concern =
  | { kind: "engine" }
  | { kind: "storage"; trouble: string }
  | { kind: "forecast"; days: number }
  | { kind: "trouble"; camera: Camera; cause: string }
  | { kind: "tamper"; camera: Camera; what: string }
  | { kind: "gap"; camera: Camera; cause: string; seconds: number };

export function concerns(home: Overview): Concern[] {
  const found: Concern[] = [];
  if (!home.engine) found.push({ kind: "engine" });
  if (home.storage?.trouble) found.push({ kind: "storage", trouble: home.storage.trouble });
  for (const camera of home.cameras) {
    if (!home.engine) break;
    if (camera.trouble) found.push({ kind: "trouble", camera, cause: camera.trouble });
    else if (camera.tamper) found.push({ kind: "tamper", camera, what: camera.tamper });
  }
  for (const camera of home.cameras) {
    const gap = largestGap(camera);
    if (gap) found.push({ kind: "gap", camera, ...gap });
  }
  const days = home.storage?.days_left;
  if (days !== undefined && days < FEW_DAYS) found.push({ kind: "forecast", days });
  return found;
}

/** The cause that took most of a camera's day, where it took enough to be told. */
export function largestGap(camera: Camera): { cause: string; seconds: number } | null {
  const coverage = camera.coverage;
  if (!coverage) return null;
  const absent = coverage.absent.filter(({ cause, seconds }) => !WILLED.has(cause) && seconds >= GAP_S);
  if (coverage.unexplained_s >= UNEXPLAINED_S) absent.push({ cause: "unexplained", seconds: coverage.unexplained_s });
  return absent.reduce<{ cause: string; seconds: number } | null>(
    (most, one) => (most && most.seconds >= one.seconds ? most : one),
    null,
  );
}
