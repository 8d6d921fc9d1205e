// The stills of clips, fetched with the owner's login and kept for a while as addresses that an <img> can show.
import type { House } from "../home/house.js";

const MOST_KEPT = 160;
const AT_ONCE = 4;

export class Thumbnails {
  private readonly kept = new Map<string, string | null>();
  private readonly waiting: { id: string; done: (address: string | null) => void }[] = [];
  private busy = 0;

  constructor(private readonly house: House) {}

  /** The address, null where there is no picture, undefined while it is not read. */
  known(id: string): string | null | undefined {
    return this.kept.get(id);
  }

  /** Read it; what is asked for last is read first, since that is what is looked at. */
  read(id: string): Promise<string | null> {
    const known = this.kept.get(id);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((done) => {
      this.waiting.push({ id, done });
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.busy >= AT_ONCE) return;
    const next = this.waiting.pop();
    if (!next) return;
    this.busy += 1;
    const address = this.kept.get(next.id) ?? (await this.fetch(next.id));
    this.keep(next.id, address);
    next.done(address);
    this.busy -= 1;
    void this.work();
  }

  private async fetch(id: string): Promise<string | null> {
    try {
      const answer = await this.house.hass.fetchWithAuth(`/api/mat_than/stills/${encodeURIComponent(id)}.jpg`);
      return answer.ok ? URL.createObjectURL(await answer.blob()) : null;
    } catch {
      return null;
    }
  }

  private keep(id: string, address: string | null): void {
    this.kept.set(id, address);
    if (this.kept.size <= MOST_KEPT) return;
    const [oldest, dropped] = this.kept.entries().next().value ?? [];
    if (oldest !== undefined) this.kept.delete(oldest);
    if (dropped) URL.revokeObjectURL(dropped);
  }

  /** Nobody looks any more. */
  clear(): void {
    this.waiting.length = 0;
    for (const address of this.kept.values()) if (address) URL.revokeObjectURL(address);
    this.kept.clear();
  }
}
