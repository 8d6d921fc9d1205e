// What the hub's console interface says, in its own names. Times are RFC 3339 in UTC.

export type Role = "admin" | "officer" | "viewer";

export interface Me {
  user_name: string;
  role: Role;
  language?: string | null;
}

export interface Setup {
  needed: boolean;
  hub: { name: string; commune: string };
}

export interface Statement {
  language: string;
  controller: string;
  purposes: string;
  retention: string;
  contact: string;
  withdrawal: string;
}

export interface Hub {
  name: string;
  commune: string;
  public_url: string;
  thumbprint: string;
  retention_days: number;
  statements: Statement[];
}

export interface Member {
  id: string;
  user_name: string;
  role: Role;
  created_at?: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface Clip {
  id: string;
  url: string;
  state: "announced" | "stored";
  size_bytes: number;
  duration_s: number;
  started_at: string;
  masked: boolean;
  storage_receipt_at: string | null;
}

/** Parts of the picture: x, y, width, height, each 0 to 1. */
export type Box = [number, number, number, number];

export interface HubEvent {
  id: string;
  seq: number;
  type: string;
  household: Named;
  camera: Named & { position: string };
  started_at: string;
  ended_at: string | null;
  received_at: string;
  score: number;
  night: boolean;
  zones: string[];
  boxes: Box[];
  still_url: string | null;
  clip: Clip | null;
  consent_id: string;
}

export interface EventPage {
  events: HubEvent[];
  more: boolean;
}

export interface Household {
  id: string;
  name: string;
  state: "waiting" | "confirmed" | "refused";
  comparison_code?: string | null;
  software: string;
  paired_at: string;
  last_heartbeat_at: string | null;
  queue_length: number | null;
  cameras: number;
}

export interface Camera {
  id: string;
  household: Named;
  name: string;
  position: string;
  live: boolean | null;
  since: string | null;
  last_event_at: string | null;
  last_still_url: string | null;
  consents: string[];
}

export interface Hours {
  days: string[];
  from_minute: number;
  to_minute: number;
  time_zone: string;
}

export interface Deleted {
  done: boolean;
  events: number;
  stills: number;
  clips: number;
  size_bytes: number;
  receipt: string | null;
}

export interface Consent {
  id: string;
  version: number;
  household: Named;
  camera: Named;
  purpose: string;
  kinds: string[];
  hours: Hours;
  valid_from: string;
  valid_until: string;
  retention_days: number;
  parents: boolean;
  masks_required: boolean;
  state: "live" | "not_yet" | "expired" | "withdrawn";
  given_at: string;
  withdrawn_at: string | null;
  deletion: Deleted | null;
}

export interface Invitation {
  id: string;
  note: string;
  created_at: string;
  expires_at: string;
  state: "open" | "used" | "expired" | "revoked";
  household: Named | null;
}

export interface NewInvitation {
  id: string;
  link: string;
  qr_svg: string;
  expires_at: string;
}

export interface AccessEntry {
  seq: number;
  at: string;
  user_name: string;
  action: string;
  event_id: string | null;
  household: Named | null;
  camera: Named | null;
}
