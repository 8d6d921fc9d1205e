// Plays a live film as it comes, close behind the camera: what is late is jumped over, what was seen is let go.
import { FilmReader, type Fragment, type Init } from "./film_boxes.js";

const LOOK_EVERY_MS = 250;
/** The newest picture is shown this long after it came, so that the next one is there in time. */
const BEHIND_S = 0.8;
const HURRY_S = 1.6;
const JUMP_S = 2.6;
const KEPT_S = 10;
const MOST_WAITING = 20;

export class LiveFilm {
  /** Seconds from the camera to the screen, by the clocks of the home and of this computer; null while not known. */
  delay: number | null = null;
  private readonly source = new MediaSource();
  private readonly address = URL.createObjectURL(this.source);
  private readonly ending = new AbortController();
  private buffer: SourceBuffer | null = null;
  private waiting: (Init | Fragment)[] = [];
  private timescale = 1;
  /** From the film's time to seconds since 1970. */
  private origin: number | null = null;
  private timer = 0;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly url: string,
  ) {}

  /** Plays until the film is over (resolves), or cannot be had (rejects). */
  async play(): Promise<void> {
    this.video.muted = true;
    this.video.src = this.address;
    await new Promise((open) => this.source.addEventListener("sourceopen", open, { once: true }));
    this.timer = window.setInterval(() => this.look(), LOOK_EVERY_MS);
    const answer = await fetch(this.url, { credentials: "same-origin", signal: this.ending.signal });
    if (!answer.ok || !answer.body) throw new Error(`the film cannot be had: ${answer.status}`);
    const [reader, boxes] = [answer.body.getReader(), new FilmReader()];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (const piece of boxes.take(value)) this.take(piece);
    }
  }

  stop(): void {
    clearInterval(this.timer);
    this.ending.abort();
    this.video.removeAttribute("src");
    this.video.load();
    URL.revokeObjectURL(this.address);
  }

  private take(piece: Init | Fragment): void {
    this.waiting.push(piece);
    const late = this.waiting.findIndex(({ kind }) => kind === "fragment");
    if (this.waiting.length > MOST_WAITING && late >= 0) this.waiting.splice(late, 1);
    this.append();
  }

  private append(): void {
    if (this.buffer?.updating || this.source.readyState !== "open") return;
    const piece = this.waiting.shift();
    if (!piece) return;
    if (piece.kind === "init") {
      this.timescale = piece.timescale;
      if (this.buffer) this.buffer.changeType(piece.type);
      else {
        this.buffer = this.source.addSourceBuffer(piece.type);
        this.buffer.addEventListener("updateend", () => {
          this.look();
          this.append();
        });
      }
    } else if (piece.taken) {
      this.origin = piece.taken.s - piece.taken.ticks / this.timescale;
    }
    this.buffer?.appendBuffer(piece.data);
  }

  /** Stay close behind the newest picture. */
  private look(): void {
    const { video } = this;
    const ranges = video.buffered;
    if (!ranges.length) return;
    const [start, end] = [ranges.start(ranges.length - 1), ranges.end(ranges.length - 1)];
    const behind = end - video.currentTime;
    if (video.currentTime < start || behind > JUMP_S) video.currentTime = Math.max(start, end - BEHIND_S);
    video.playbackRate = behind > HURRY_S ? 1.15 : 1;
    if (video.paused) void video.play().catch(() => undefined);
    this.delay = this.origin === null ? null : Date.now() / 1000 - (video.currentTime + this.origin);
    const old = video.currentTime - KEPT_S;
    if (this.buffer && !this.buffer.updating && ranges.start(0) < old - KEPT_S) this.buffer.remove(0, old);
  }
}
