// What the home tells of sharing (panel_sharing.py).
export interface Line {
  connected: boolean;
  last_contact_at?: string;
  queue_length: number;
  oldest_waiting_at?: string;
  dropped: number;
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
}
