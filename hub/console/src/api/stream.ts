// One line to the hub on which news arrive (server-sent events); pages listen here and never open their own.
import { expiry, hub, Problem } from "./client.js";
import type { Camera, FootageRequest, Hold, Household, HubEvent, LiveView, Report } from "./types.js";

export interface News {
  event: HubEvent;
  camera: Camera;
  household: Household;
  request: FootageRequest;
  report: Report;
  hold: Hold;
  live: LiveView;
  /** Whether the line stands. After a break whoever shows a list reads it anew. */
  line: boolean;
}

const KINDS = ["event", "camera", "household", "request", "report", "hold", "live"] as const;

type Listener<T> = (news: T) => void;

/** The live line. The browser resumes it with Last-Event-ID by itself; where it gave up, this tries anew. */
export class Stream {
  private source: EventSource | null = null;
  private retry = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners: { [K in keyof News]: Set<Listener<News[K]>> } = {
    event: new Set(),
    camera: new Set(),
    household: new Set(),
    request: new Set(),
    report: new Set(),
    hold: new Set(),
    live: new Set(),
    line: new Set(),
  };
  standing = false;

  /** Calls back for each piece of that kind; the answer ends it. */
  on<K extends keyof News>(kind: K, listener: Listener<News[K]>): () => void {
    this.listeners[kind].add(listener);
    return () => this.listeners[kind].delete(listener);
  }

  open(): void {
    if (this.source) return;
    const source = new EventSource("/api/stream");
    this.source = source;
    for (const kind of KINDS) {
      source.addEventListener(kind, (message) => this.tell(kind, JSON.parse((message as MessageEvent<string>).data)));
    }
    source.addEventListener("open", () => this.stands(true));
    source.addEventListener("error", () => this.broke(source));
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
    this.standing = false;
  }

  private broke(source: EventSource): void {
    this.stands(false);
    if (source.readyState !== EventSource.CLOSED) return;
    this.close();
    this.retry = Math.min(30_000, Math.max(1_000, this.retry * 2));
    this.timer = setTimeout(() => void this.again(), this.retry * (0.7 + Math.random() * 0.6));
  }

  /** A refused line does not say why: ask who we are first, so that an ended session leads to the login. */
  private async again(): Promise<void> {
    try {
      await hub.me();
    } catch (error) {
      if (error instanceof Problem && error.status === 401) {
        expiry.dispatchEvent(new Event("expired"));
        return;
      }
    }
    this.open();
  }

  private stands(standing: boolean): void {
    if (standing) this.retry = 0;
    if (standing === this.standing) return;
    this.standing = standing;
    this.tell("line", standing);
  }

  private tell<K extends keyof News>(kind: K, news: News[K]): void {
    for (const listener of this.listeners[kind]) listener(news);
  }
}

export const stream = new Stream();
