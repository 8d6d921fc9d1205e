// Home Assistant's own live picture: its picture card, made by its own card factory. The factory comes with the
// dashboards; when the panel is the first page opened, they are asked for first.
interface CardHelpers {
  createCardElement(config: object): HTMLElement & { hass?: unknown };
}

interface Resolver extends HTMLElement {
  hass: unknown;
  _updateRoutes(): void;
  routerOptions: { routes: Record<string, { load(): Promise<unknown> }> };
}

declare global {
  interface Window {
    loadCardHelpers?: () => Promise<CardHelpers>;
  }
}

async function helpers(): Promise<CardHelpers> {
  if (!window.loadCardHelpers) {
    await customElements.whenDefined("partial-panel-resolver");
    const resolver = document.createElement("partial-panel-resolver") as Resolver;
    resolver.hass = { panels: [{ url_path: "live", component_name: "lovelace" }] };
    resolver._updateRoutes();
    await resolver.routerOptions.routes.live?.load();
  }
  if (!window.loadCardHelpers) throw new Error("no card helpers");
  return window.loadCardHelpers();
}

/** The live picture of a camera entity; give it `hass` whenever that changes. */
export async function liveCard(entity: string): Promise<HTMLElement & { hass?: unknown }> {
  const { createCardElement } = await helpers();
  return createCardElement({
    type: "picture-entity",
    entity,
    camera_view: "live",
    show_name: false,
    show_state: false,
    tap_action: { action: "more-info" },
  });
}

/** Home Assistant's own dialog of an entity, live picture included. */
export function moreInfo(from: HTMLElement, entityId: string): void {
  from.dispatchEvent(new CustomEvent("hass-more-info", { detail: { entityId }, bubbles: true, composed: true }));
}
