// The house of all cards on a page: they follow the home by one subscription, for as long as one of them is shown.
import { useTimeZone } from "@shared/format.js";
import type { Connection, Hass } from "../home/hass.js";
import { House } from "../home/house.js";
import type { Camera } from "../home/overview.js";

interface Shared {
  house: House;
  cards: number;
}

const houses = new WeakMap<Connection, Shared>();

export function enterHouse(hass: Hass): House {
  let shared = houses.get(hass.connection);
  if (!shared) {
    shared = { house: new House(hass, false), cards: 0 };
    houses.set(hass.connection, shared);
    useTimeZone(hass.config.time_zone);
  }
  shared.cards += 1;
  if (shared.cards === 1) shared.house.enter();
  return shared.house;
}

export function leaveHouse(house: House): void {
  const shared = houses.get(house.hass.connection);
  if (!shared) return;
  shared.cards -= 1;
  if (shared.cards === 0) house.leave();
}

/** The camera that an entity belongs to: one of its own, or any other of its device. */
export function cameraOf(house: House, entityId: string): Camera | undefined {
  const { cameras } = house.overview;
  const own = cameras.find(({ entities }) => Object.values(entities).includes(entityId));
  if (own) return own;
  const device = house.hass.entities[entityId]?.device_id;
  if (!device) return undefined;
  return cameras.find(({ entities }) => entities.motion && house.hass.entities[entities.motion]?.device_id === device);
}
