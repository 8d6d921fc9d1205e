// What of Home Assistant's own front end the panel uses: its `hass` object, as far as we need it.
export interface EntityState {
  entity_id: string;
  state: string;
  attributes: Record<string, unknown>;
}

export interface Connection {
  subscribeMessage<T>(
    hear: (event: T) => void,
    message: object,
    options?: { resubscribe?: boolean },
  ): Promise<() => Promise<void>>;
  /** "ready": connected again after the line was down. */
  addEventListener(name: "ready", hear: () => void): void;
  removeEventListener(name: "ready", hear: () => void): void;
}

/** An entity as the front end's own registry tells it. */
export interface EntityEntry {
  entity_id: string;
  device_id?: string;
  platform?: string;
}

export interface Hass {
  states: Record<string, EntityState | undefined>;
  entities: Record<string, EntityEntry | undefined>;
  language: string;
  config: { time_zone: string; location_name: string };
  user: { name: string; is_admin: boolean };
  themes: { darkMode: boolean };
  connection: Connection;
  callWS<T>(message: object): Promise<T>;
  hassUrl(path?: string): string;
  fetchWithAuth(path: string, init?: RequestInit): Promise<Response>;
  localize(key: string, values?: Record<string, unknown>): string;
  loadBackendTranslation(category: string, integration: string): Promise<unknown>;
}

/** The part of the address that belongs to the panel. */
export interface Route {
  prefix: string;
  path: string;
}

/** A refusal, as Home Assistant sends it. */
export interface Refusal {
  code: string;
  message: string;
  translation_domain?: string;
  translation_key?: string;
  translation_placeholders?: Record<string, unknown>;
}

export function isRefusal(error: unknown): error is Refusal {
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}
