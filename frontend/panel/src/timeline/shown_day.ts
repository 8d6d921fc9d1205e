// The day that the timeline shows: read from the home, read again when its camera has news, and looked at through a
// window and a filter. It tells its page of every change; what is played is the page's own.
import { isoDay } from "@shared/format.js";
import type { House } from "../home/house.js";
import type { Camera } from "../home/overview.js";
import {
  type Clip,
  clipAt,
  type Day,
  evening,
  type Filter,
  listed,
  moved,
  opening,
  totals,
  type Window,
  zoomed,
} from "./day.js";

const READ_AGAIN_MS = 3_000;
const REACH_SHARE = 0.02; // of the window: a clip this near to a finger is meant

interface Page {
  changed(): void;
  /** The day was read, for the first time or again. */
  read(day: Day, first: boolean): void;
}

export class ShownDay {
  day: Day | null = null;
  failure: unknown = null;
  private key = "";
  private seen: Window = { from: 0, until: 1 };
  private chose = false; // somebody chose the window: it stays
  private chosen: Filter = "all";
  private shown: readonly Clip[] = [];
  private shownOf: unknown[] = [];
  private summed: [Day, ReturnType<typeof totals>] | null = null;
  private wanted: { camera: Camera; date: string; late: boolean } | null = null;
  private told = "";
  private timer = 0;

  constructor(
    private readonly house: House,
    private readonly page: Page,
  ) {}

  leave(): void {
    clearTimeout(this.timer);
  }

  /** Show that camera's day, or at first its evening alone. True where it was not shown before; else it is read again if the camera has news. */
  follow(camera: Camera | undefined, date: string, late = false): boolean {
    if (!camera) return false;
    this.wanted = { camera, date, late };
    const key = `${camera.camera_id} ${date}`;
    if (key !== this.key) {
      this.key = key;
      this.day = null;
      this.chose = false;
      void this.read();
      return true;
    }
    if (date === isoDay(new Date()) && this.news() !== this.told) this.readSoon();
    return false;
  }

  private news(): string {
    const camera = this.wanted?.camera;
    return `${camera?.last_clip_at} ${camera?.live} ${camera?.clips_today}`;
  }

  private readSoon(): void {
    this.told = this.news();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.read(), READ_AGAIN_MS);
  }

  async read(): Promise<void> {
    const { wanted, key } = this;
    if (!wanted) return;
    this.told = this.news();
    try {
      const day = await this.house.ask<Day>("panel/day", { camera_id: wanted.camera.camera_id, day: wanted.date });
      if (this.key !== key) return;
      const first = this.day === null;
      this.failure = null;
      this.day = day;
      if (!this.chose) this.seen = wanted.late ? evening(day) : opening(day);
      this.page.read(day, first);
    } catch (error) {
      if (this.key === key) this.failure = error;
    }
    this.page.changed();
  }

  get window(): Window {
    return this.seen;
  }

  set window(window: Window) {
    this.chose = true;
    this.seen = window;
    this.page.changed();
  }

  get filter(): Filter {
    return this.chosen;
  }

  set filter(filter: Filter) {
    this.chosen = filter;
    this.page.changed();
  }

  /** Nearer (above one) or farther, around a moment. */
  zoom(factor: number, around: number): void {
    if (this.day) this.window = zoomed(this.day, this.seen, factor, around);
  }

  /** Earlier or later by a share of the window. */
  pan(share: number): void {
    if (this.day) this.window = moved(this.day, this.seen, share);
  }

  /** The clips that are listed, newest first; the same array until something changes. */
  get clips(): readonly Clip[] {
    const of = [this.day, this.chosen, this.seen.from, this.seen.until];
    if (of.some((value, index) => value !== this.shownOf[index])) {
      this.shown = this.day ? listed(this.day.clips, this.chosen, this.seen) : [];
      this.shownOf = of;
    }
    return this.shown;
  }

  /** The clip that a finger at that moment means, or null. */
  find(at: number): Clip | null {
    return this.day ? clipAt(this.day.clips, at, (this.seen.until - this.seen.from) * REACH_SHARE) : null;
  }

  /** How long each kind lasted on that day, in seconds. */
  sums(day: Day): ReturnType<typeof totals> {
    if (this.summed?.[0] !== day) this.summed = [day, totals(day.spans)];
    return this.summed[1];
  }
}
