// Addresses to pages; a login never leads to another site.
import { describe, expect, it } from "vitest";
import { routeOf, safeReturn } from "../../src/app/router.js";

describe("the router", () => {
  it("knows the pages, an event by its id, and what is none", () => {
    expect(routeOf("/").page).toBe("feed");
    expect(routeOf("/cameras/").page).toBe("cameras");
    expect(routeOf("/events/0193-ab").id).toBe("0193-ab");
    expect(routeOf("/feed", "?camera=gate").query.get("camera")).toBe("gate");
    expect(routeOf("/requests/new").page).toBe("new_request");
    expect(routeOf("/requests/0193-ab")).toMatchObject({ page: "request", id: "0193-ab" });
    expect(routeOf("/reports/0193-ab")).toMatchObject({ page: "report", id: "0193-ab" });
    expect(routeOf("/events/").page).toBe("missing");
    expect(routeOf("/nowhere").page).toBe("missing");
    expect(routeOf("/events/%E0%A4").page).toBe("missing");
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "/login?next=/feed", "/nowhere", null])(
    "leads back to the feed instead of %s",
    (next) => expect(safeReturn(next)).toBe("/feed"),
  );

  it("leads back to where one was", () => {
    expect(safeReturn("/consents?id=1")).toBe("/consents?id=1");
  });
});
