// Footage requests as the home tells them, for the pages that show them: read when the panel is opened and again, not
// too often, when the home has news.
import type { House } from "./house.js";
import { ToldList } from "./told_list.js";

export interface AskedCamera {
  camera_id: string;
  name: string;
  /** The clips of the asked span. */
  clips: number;
  has_footage: boolean;
  masked: boolean;
}

export type RequestState = "waiting" | "approved" | "declined" | "expired" | "cancelled";

export interface FootageRequest {
  request_id: string;
  hub_id: string;
  hub: string;
  unit: string;
  case_number: string;
  offence: string;
  reason: string;
  contact: string;
  asked_at: string;
  deadline: string;
  since: string;
  until: string;
  retention_days: number;
  state: RequestState;
  cameras: AskedCamera[];
  decided_at: string | null;
  consent_ids: string[];
  /** Clips that the hub has, and those still on their way. */
  sent: number;
  waiting: number;
  may_decide: boolean;
}

const READ_AGAIN_MS = 5_000;

export class Requests extends ToldList<FootageRequest> {
  known = false;
  failure: unknown = null;

  constructor(house: House) {
    super(house, READ_AGAIN_MS);
  }

  /** Those that nobody has answered yet. */
  get waiting(): FootageRequest[] {
    return this.list.filter(({ state }) => state === "waiting");
  }

  get(id: string): FootageRequest | undefined {
    return this.list.find(({ request_id }) => request_id === id);
  }

  protected override async ask(): Promise<void> {
    try {
      this.list = (await this.house.ask<{ requests: FootageRequest[] }>("requests")).requests;
      this.known = true;
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
  }
}
