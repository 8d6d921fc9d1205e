// Live views as the home tells them (panel_live.py): read when the panel is opened, and again when the home has news.
import type { House } from "../home/house.js";
import { ToldList } from "../home/told_list.js";

export interface LiveView {
  live_id: string;
  camera_id: string;
  camera: string;
  hub: string;
  unit: string;
  reason: string;
  case_number: string | null;
  longest_s: number;
  asked_at: string;
  answer_by: string;
  state: "waiting" | "running" | "declined" | "expired" | "over";
  /** Within hours in which the owner lets it be without being asked. */
  unasked: boolean;
  masked: boolean;
  until: string | null;
  watching: number;
  ended_at: string | null;
  ending: string | null;
  may_decide: boolean;
  may_cut: boolean;
}

const READ_AGAIN_MS = 700;

export class LiveViews extends ToldList<LiveView> {
  constructor(house: House) {
    super(house, READ_AGAIN_MS);
  }

  /** Those that somebody has to know of now: running ones first. */
  get present(): LiveView[] {
    const of = (state: LiveView["state"]) => this.list.filter((view) => view.state === state);
    return [...of("running"), ...of("waiting")];
  }

  protected override async ask(): Promise<void> {
    try {
      this.list = (await this.house.ask<{ views: LiveView[] }>("panel/live")).views;
    } catch {
      this.list = []; // the place is not loaded: nobody looks through it
    }
  }
}

/** 4:05 from now until then. */
export function left(until: string, now: Date): string {
  const s = Math.max(0, Math.round((Date.parse(until) - now.getTime()) / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}
