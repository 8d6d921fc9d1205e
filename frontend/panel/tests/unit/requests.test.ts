// Requests as the panel keeps them: read at once when it is opened, and not more often than every few seconds.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { House } from "../../src/home/house.js";
import { Requests } from "../../src/home/requests.js";

const asked = (request_id: string, state: string) => ({ request_id, state });

function requests(answer: () => Promise<unknown>): { all: Requests; ask: ReturnType<typeof vi.fn> } {
  const ask = vi.fn(answer);
  return { all: new Requests({ ask } as unknown as House), ask };
}

describe("the requests", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("window", globalThis);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("are read at the first news, and then again after a while, however much news there is", async () => {
    const { all, ask } = requests(async () => ({ requests: [asked("a", "waiting"), asked("b", "declined")] }));
    for (let news = 0; news < 40; news += 1) {
      all.readSoon();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(ask).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(all.waiting.map(({ request_id }) => request_id)).toEqual(["a"]);
    expect(all.get("b")?.state).toBe("declined");
  });

  it("stay as they were known when the home does not answer", async () => {
    let fails = false;
    const { all } = requests(async () => {
      if (fails) throw { code: "unknown_error", message: "no" };
      return { requests: [asked("a", "waiting")] };
    });
    await all.read();
    fails = true;
    await all.read();
    expect(all.waiting).toHaveLength(1);
    expect(all.failure).not.toBeNull();
  });
});
