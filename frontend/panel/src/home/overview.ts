// What the home tells of all cameras at any time (panel_overview.py).
export interface Finding {
  kind: string;
  value: number;
}

export interface Absence {
  cause: string;
  seconds: number;
}

export interface Coverage {
  day: string;
  recorded_s: number;
  watched_s: number;
  absent: Absence[];
  unexplained_s: number;
}

export type Part = "camera" | "motion" | "connection" | "tamper" | "picture" | "detection" | "sharing";

export interface Camera {
  camera_id: string;
  name: string;
  position: string;
  entities: Partial<Record<Part, string>>;
  state: "off" | "connecting" | "live" | "retrying";
  live: boolean;
  since: string;
  trouble: string | null;
  tamper: string | null;
  scene: string | null;
  night: boolean | null;
  moving: boolean;
  last_motion_at: string | null;
  last_clip_at: string | null;
  clips_today: number;
  detect: boolean;
  record: "off" | "motion" | "continuous" | "both";
  findings: Finding[];
  coverage: Coverage | null;
}

export interface StorageFigures {
  used_bytes: number;
  protected_bytes: number;
  free_bytes: number;
  clips: number;
  days_left?: number;
  trouble?: string;
  backlog: number;
}

export interface Overview {
  loaded: boolean;
  engine: boolean;
  cameras: Camera[];
  storage: StorageFigures | null;
}
