// The house as all pages see it: Home Assistant's object, the overview, and what may be asked of the home.
import { msg } from "@lit/localize";
import { type Hass, isRefusal } from "./hass.js";
import type { Overview } from "./overview.js";
import { Requests } from "./requests.js";

const NOTHING: Overview = { loaded: true, engine: true, cameras: [], storage: null };
const NOT_LOADED: Overview = { ...NOTHING, loaded: false };
const ASK_AGAIN_MS = 3_000;
/** A few widths, so that all who look at a camera are served by one decoded picture. */
const PICTURE_WIDTHS = [640, 1280, 1920];

export class House extends EventTarget {
  overview: Overview = NOTHING;
  /** Whether the home has said anything yet. */
  known = false;
  readonly requests = new Requests(this);
  private stop: Promise<() => Promise<void>> | null = null;
  private timer = 0;

  /** With requests: what is asked of the owner is read with every news. */
  constructor(
    public hass: Hass,
    private readonly withRequests = true,
  ) {
    super();
  }

  /** Follow the home until `leave`, through restarts of it too. */
  enter(): void {
    if (this.stop) return;
    this.hass.connection.addEventListener("ready", this.follow);
    this.follow();
  }

  /** While Home Assistant starts, it does not know the integration yet: it is asked again. */
  private readonly follow = () => {
    clearTimeout(this.timer);
    const listening = this.listen<Overview>("panel/overview", {}, (overview) => this.hear(overview));
    this.stop = listening;
    listening.catch(() => {
      if (this.stop !== listening) return;
      this.hear(NOT_LOADED);
      this.timer = window.setTimeout(this.follow, ASK_AGAIN_MS);
    });
  };

  private hear(overview: Overview): void {
    this.overview = overview;
    this.known = true;
    if (this.withRequests && overview.loaded) this.requests.readSoon();
    this.dispatchEvent(new Event("change"));
  }

  leave(): void {
    clearTimeout(this.timer);
    this.hass.connection.removeEventListener("ready", this.follow);
    this.requests.leave();
    void this.stop?.then((stop) => stop()).catch(() => undefined);
    this.stop = null;
  }

  camera(cameraId: string) {
    return this.overview.cameras.find((camera) => camera.camera_id === cameraId);
  }

  ask<T>(type: string, fields: object = {}): Promise<T> {
    return this.hass.callWS<T>({ type: `mat_than/${type}`, ...fields });
  }

  /** Events of long work; not begun again by itself when the connection breaks. */
  listen<T>(type: string, fields: object, hear: (event: T) => void): Promise<() => Promise<void>> {
    return this.hass.connection.subscribeMessage<T>(
      hear,
      { type: `mat_than/${type}`, ...fields },
      { resubscribe: false },
    );
  }

  /** An address that a <video> may open by itself, for as long. */
  async signed(path: string, seconds = 3_600): Promise<string> {
    const { path: address } = await this.hass.callWS<{ path: string }>({
      type: "auth/sign_path",
      path,
      expires: seconds,
    });
    return this.hass.hassUrl(address);
  }

  /** What the integration's own texts call something; the name itself where they do not. */
  word(path: string, name: string): string {
    return this.hass.localize(`component.mat_than.${path}.${name}`) || name;
  }

  /** A refusal in words. */
  sentence(error: unknown): string {
    if (isRefusal(error)) {
      const { translation_key: key, translation_placeholders: holes } = error;
      const told = key && this.hass.localize(`component.mat_than.exceptions.${key}.message`, holes);
      if (told) return told;
      if (error.code === "unauthorized") return msg("Bạn không có quyền làm việc này. Hãy hỏi người quản trị nhà.");
      return error.message;
    }
    return msg("Không nói chuyện được với Home Assistant. Hãy thử lại.");
  }

  /** The reason by its key, as an event of long work tells it. */
  reason(key: string): string {
    return (
      this.hass.localize(`component.mat_than.exceptions.${key}.message`) || this.sentence({ code: key, message: key })
    );
  }

  /** The texts that `word` and `sentence` read. */
  async loadWords(): Promise<void> {
    await Promise.all(
      ["entity", "exceptions", "issues"].map((kind) => this.hass.loadBackendTranslation(kind, "mat_than")),
    );
  }

  /** The address of a camera's or an image's picture; of a camera not much wider than so many pixels, where they are said. */
  picture(entityId: string | undefined, pixels = 0): string | null {
    const entity = entityId ? this.hass.states[entityId] : undefined;
    const path = entity?.attributes.entity_picture;
    // Home Assistant gives an image an address before there is a picture.
    const none = entityId?.startsWith("image.") && entity?.state === "unknown";
    if (typeof path !== "string" || none) return null;
    const address = this.hass.hassUrl(path);
    const width = PICTURE_WIDTHS.find((one) => one >= pixels);
    return pixels && width ? `${address}${address.includes("?") ? "&" : "?"}width=${width}` : address;
  }
}
