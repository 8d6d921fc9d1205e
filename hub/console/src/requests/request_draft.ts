// A footage request while it is written: what is typed, what each step still lacks, and what is sent at the end. Pure.
import { type SpanFault, spanFault, spanOf } from "@shared/footage_span.js";
import type { Offence } from "@shared/offence.js";
import type { Camera, NewRequest } from "../api/types.js";

export const STEPS = ["case", "cameras", "time", "terms", "summary"] as const;
export type Step = (typeof STEPS)[number];

export const CASE_CHARS = 40;
export const REASON_CHARS = 1000;
export const CONTACT_CHARS = 200;
export const DEADLINES_DAYS: readonly number[] = [1, 3, 7, 14, 30];
const RETENTIONS_DAYS: readonly number[] = [7, 30, 90, 180, 365];
const USUAL_RETENTION_DAYS = 30;

/** How long footage may be kept: no longer than this hub keeps anything. */
export function retentions(mostDays: number): number[] {
  return [...RETENTIONS_DAYS.filter((days) => days < mostDays), mostDays];
}

export const usualRetention = (mostDays: number) => Math.min(USUAL_RETENTION_DAYS, mostDays);

export interface Draft {
  case_number: string;
  offence: Offence | "";
  reason: string;
  contact: string;
  /** Keys of the chosen cameras. */
  cameras: ReadonlySet<string>;
  day: string;
  from: string;
  to: string;
  deadline_days: number;
  retention_days: number;
}

export const EMPTY_DRAFT: Draft = {
  case_number: "",
  offence: "",
  reason: "",
  contact: "",
  cameras: new Set(),
  day: "",
  from: "",
  to: "",
  deadline_days: 3,
  retention_days: USUAL_RETENTION_DAYS,
};

/** A household's and a camera's id as one text; ids hold no space. */
export const cameraKey = (camera: Camera) => `${camera.household.id} ${camera.id}`;

export type Lack = "case_number" | "offence" | "reason" | "contact" | "cameras" | SpanFault;

/** What the step still lacks; nothing where one may go on. */
export function lacks(draft: Draft, step: Step, now: Date): Lack[] {
  switch (step) {
    case "case":
      return (["case_number", "offence", "reason", "contact"] as const).filter((name) => !draft[name].trim());
    case "cameras":
      return draft.cameras.size ? [] : ["cameras"];
    case "time": {
      const fault = spanFault(spanOf(draft), now);
      return fault ? [fault] : [];
    }
    case "terms":
    case "summary":
      return [];
  }
}

/** The first step that is not whole; the summary when all are. */
export function firstOpen(draft: Draft, now: Date): Step {
  return STEPS.find((step) => lacks(draft, step, now).length > 0) ?? "summary";
}

/** Which step asked for what the hub refused; a JSON pointer of the request. */
export function stepOf(pointer: string): Step {
  const field = pointer.split("/")[1] ?? "";
  if (["case_number", "offence", "reason", "contact"].includes(field)) return "case";
  if (field === "cameras") return "cameras";
  if (["since", "until", "span"].includes(field)) return "time";
  return ["deadline", "retention_days"].includes(field) ? "terms" : "summary";
}

const DAY_MS = 86_400_000;
/** The longest deadline is measured by the hub's clock, which may be behind this one. */
const SPARE_MS = 10 * 60_000;

export function deadline(days: number, now: Date): Date {
  return new Date(now.getTime() + days * DAY_MS - SPARE_MS);
}

/** What is sent. Throws where the time is not whole: `firstOpen` was not asked. */
export function request(draft: Draft, now: Date): NewRequest {
  const span = spanOf(draft);
  if (!span || !draft.offence) throw new Error("the draft is not whole");
  return {
    case_number: draft.case_number.trim(),
    offence: draft.offence,
    reason: draft.reason.trim(),
    contact: draft.contact.trim(),
    cameras: [...draft.cameras].map((key) => {
      const [household_id = "", camera_id = ""] = key.split(" ");
      return { household_id, camera_id };
    }),
    since: span.since.toISOString(),
    until: span.until.toISOString(),
    deadline: deadline(draft.deadline_days, now).toISOString(),
    retention_days: draft.retention_days,
  };
}

/** Without marks and case, so that "duong" finds "Đường". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

export interface HouseholdCameras {
  id: string;
  name: string;
  cameras: Camera[];
}

/** The cameras that can be asked for, by household; only those with a live consent, and of these what the search finds. */
export function askable(cameras: readonly Camera[], search: string): HouseholdCameras[] {
  const wanted = folded(search.trim());
  const found = cameras.filter(
    (camera) => camera.askable && folded(`${camera.household.name} ${camera.name}`).includes(wanted),
  );
  const homes = new Map<string, HouseholdCameras>();
  for (const camera of found) {
    const { id, name } = camera.household;
    const home = homes.get(id) ?? { id, name, cameras: [] };
    home.cameras.push(camera);
    homes.set(id, home);
  }
  for (const home of homes.values()) home.cameras.sort((a, b) => a.name.localeCompare(b.name, "vi"));
  return [...homes.values()].sort((a, b) => a.name.localeCompare(b.name, "vi"));
}
