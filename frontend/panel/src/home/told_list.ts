// A list that the home tells when it is asked: read at once, or soon when the home has news, never too often. Tells
// "change" after each reading.
import type { House } from "./house.js";

export abstract class ToldList<T> extends EventTarget {
  list: readonly T[] = [];
  private timer = 0;
  private readAt = 0;

  /** At least so long lies between two readings that nobody waits for. */
  constructor(
    protected readonly house: House,
    private readonly restMs: number,
  ) {
    super();
  }

  /** Asks the home; what it refuses is the list's own to say. */
  protected abstract ask(): Promise<void>;

  /** Read it now. */
  async read(): Promise<void> {
    this.leave();
    this.readAt = Date.now();
    await this.ask();
    this.dispatchEvent(new Event("change"));
  }

  /** Read it soon: the home has news, of whatever. */
  readSoon(): void {
    if (this.timer) return;
    this.timer = window.setTimeout(() => void this.read(), Math.max(0, this.readAt + this.restMs - Date.now()));
  }

  /** Nobody looks any more. */
  leave(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
