// What people may set of the card, what they are told when it is wrong, and what a new card begins with.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cardForm, cardName, checked, firstConfig, isMotionSensor } from "../../src/card/card_config.js";

const speaks = (lang: string) => vi.stubGlobal("document", { documentElement: { lang } });

const entity = (entity_id: string, platform: string) => ({ entity_id, platform });
const motion = { state: "off", attributes: { device_class: "motion" } };
const hass = {
  entities: {
    "binary_sensor.lamp": entity("binary_sensor.lamp", "hue"),
    "binary_sensor.gate_connection": entity("binary_sensor.gate_connection", "mat_than"),
    "binary_sensor.gate_motion": entity("binary_sensor.gate_motion", "mat_than"),
  },
  states: {
    "binary_sensor.lamp": { entity_id: "binary_sensor.lamp", ...motion },
    "binary_sensor.gate_connection": {
      entity_id: "binary_sensor.gate_connection",
      state: "on",
      attributes: { device_class: "connectivity" },
    },
    "binary_sensor.gate_motion": { entity_id: "binary_sensor.gate_motion", ...motion },
  },
};

describe("the card's configuration", () => {
  beforeEach(() => speaks("vi"));
  afterEach(() => vi.unstubAllGlobals());

  it("begins with the first camera of ours, whatever else moves", () => {
    expect(firstConfig(hass)).toEqual({ entity: "binary_sensor.gate_motion" });
    expect(Object.keys(hass.entities).filter((id) => isMotionSensor(hass, id))).toEqual(["binary_sensor.gate_motion"]);
    expect(firstConfig({ entities: {}, states: {} })).toEqual({ entity: "" });
  });

  it("has what is not set filled in, and keeps what the dashboard wrote", () => {
    const config = checked({ type: "custom:mat-than-timeline-card", entity: "binary_sensor.gate_motion" });
    expect(config).toMatchObject({ entity: "binary_sensor.gate_motion", clips: 8, legend: true });
    expect(checked({ ...config, clips: 0, legend: false })).toMatchObject({ clips: 0, legend: false });
  });

  it("is refused in words where it cannot be shown", () => {
    expect(() => checked(undefined)).toThrow("Hãy chọn một camera");
    expect(() => checked({ entity: "" })).toThrow("Hãy chọn một camera");
    for (const clips of [-1, 21, Number.NaN]) expect(() => checked({ entity: "image.gate", clips })).toThrow("0");
  });

  it("speaks as the page does: each field has its name in either language", () => {
    const names = () => cardForm().schema.map((field) => cardForm().computeLabel(field));
    const vietnamese = [cardName(), ...names()];
    speaks("en-GB");
    const english = [cardName(), ...names()];
    expect(vietnamese.every((text, index) => text && text !== english[index])).toBe(true);
  });
});
