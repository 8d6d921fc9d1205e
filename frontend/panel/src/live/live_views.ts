// Live views as the home tells them (panel_live.py): read when the panel is opened, and again when the home has news.
import type { House } from "../home/house.js";

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

export class LiveViews extends EventTarget {
  list: readonly LiveView[] = [];
  private timer = 0;
  private readAt = 0;

  constructor(private readonly house: House) {
    super();
  }

  /** Those that somebody has to know of now: running ones first. */
  get present(): LiveView[] {
    const of = (state: LiveView["state"]) => this.list.filter((view) => view.state === state);
    return [...of("running"), ...of("waiting")];
  }

  async read(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    this.readAt = Date.now();
    try {
      this.list = (await this.house.ask<{ views: LiveView[] }>("panel/live")).views;
    } catch {
      this.list = []; // the place is not loaded: nobody looks through it
    }
    this.dispatchEvent(new Event("change"));
  }

  readSoon(): void {
    if (this.timer) return;
    this.timer = window.setTimeout(() => void this.read(), Math.max(0, this.readAt + READ_AGAIN_MS - Date.now()));
  }

  leave(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}

/** 4:05 from now until then. */
export function left(until: string, now: Date): string {
  const s = Math.max(0, Math.round((Date.parse(until) - now.getTime()) / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}
