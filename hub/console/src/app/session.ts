// Who is logged in, and which hub this is. One object for the whole page.
import { expiry, hub, Problem } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Hub, Me, Role } from "../api/types.js";

const RANK: Record<Role, number> = { viewer: 0, officer: 1, admin: 2 };

export class Session extends EventTarget {
  me: Me | null = null;
  hub: Pick<Hub, "name" | "commune"> = { name: "", commune: "" };
  setupNeeded = false;
  /** The session ended while someone was at work. */
  expired = false;

  constructor() {
    super();
    expiry.addEventListener("expired", () => {
      if (!this.me) return;
      this.expired = true;
      this.leave();
    });
  }

  /** Reads what there is to know. A `Problem` where the hub does not answer. */
  async begin(): Promise<void> {
    const setup = await hub.setup();
    this.hub = setup.hub;
    this.setupNeeded = setup.needed;
    if (setup.needed) return;
    try {
      this.enter(await hub.me());
    } catch (error) {
      if (!(error instanceof Problem && error.status === 401)) throw error;
    }
  }

  enter(me: Me): void {
    this.me = me;
    this.expired = false;
    this.setupNeeded = false;
    stream.open();
    this.dispatchEvent(new Event("change"));
  }

  leave(): void {
    this.me = null;
    stream.close();
    this.dispatchEvent(new Event("change"));
  }

  rename(hub: Pick<Hub, "name" | "commune">): void {
    this.hub = hub;
    this.dispatchEvent(new Event("change"));
  }

  may(role: Role): boolean {
    return this.me !== null && RANK[this.me.role] >= RANK[role];
  }
}

export const session = new Session();
