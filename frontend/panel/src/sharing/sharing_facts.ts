// What the home tells of sharing (panel_sharing.py).
/** What waits for the same thing (queue_view.py). */
export interface QueueRow {
  kind: string;
  cause: string;
  count: number;
  size_bytes: number;
  oldest_at: string;
  until?: string;
}

/** What the owner allows the line to take. */
export interface Limits {
  kbit_s?: number;
  quiet?: { from_minute: number; until_minute: number };
}

export interface Line {
  connected: boolean;
  last_contact_at?: string;
  queue_length: number;
  oldest_waiting_at?: string;
  dropped: number;
  queue: QueueRow[];
  parked: number;
  limits: Limits;
  problem?: string;
  idle: boolean;
}

export interface Hub {
  hub_id: string;
  name: string;
  commune: string;
  line: Line;
}

export interface Consent {
  consent_id: string;
  camera_id: string;
  hub: string;
  purpose: string;
  kinds: string[];
  hours: { days: string[]; from_minute: number; to_minute: number };
  valid_from: string;
  valid_until: string;
  retention_days: number;
  parents: boolean;
  audio: boolean;
  masked: boolean;
  live: boolean;
  /** What of a case it is for; nothing else is seen under it. */
  footage: { since: string; until: string } | null;
  request_id: string | null;
}

export interface Withdrawn {
  consent_id: string;
  camera: string | null;
  hub: string;
  withdrawn_at: string;
  proved: boolean;
  pending: boolean;
  /** By when the law wants it deleted. */
  due_at: string | null;
  deleted: { at: string; events: number; stills: number; clips: number } | null;
  holds: Hold[];
}

/** What a case keeps although it was taken back. */
export interface Hold {
  case_number: string;
  basis: string;
  unit: string;
  until: string;
  first_at: string;
  last_at: string;
  events: number;
  clips: number;
  /** When it was deleted after all. */
  released_at: string | null;
}

/** A report of the owner's that did not get through. */
export interface RefusedReport {
  report_id: string;
  hub: string;
  cause: "refused" | "lost";
  at: string;
}

/** An officer of a hub looked at something; the unit is told, not the person. */
export interface SharedLook {
  at: string;
  hub: string;
  unit: string;
  action: string;
  camera_id: string;
  request_id: string | null;
  case_number: string | null;
  reason: string | null;
}

export interface Sharing {
  looks: SharedLook[];
  hubs: Hub[];
  cameras: Record<string, { allowed: boolean; on: boolean; hubs: string[]; waiting: number }>;
  consents: Consent[];
  withdrawn: Withdrawn[];
  refused_reports?: RefusedReport[];
}
