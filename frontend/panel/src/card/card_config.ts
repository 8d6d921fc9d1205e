// What people set of the card: by hand in YAML, or in the form that the dashboards' own editor draws from this. Light:
// every dashboard loads it.
import type { Hass } from "../home/hass.js";

export const CARD = "mat-than-timeline-card";
export const MOST_CLIPS = 20;
export const USUAL_CLIPS = 8;

export interface CardConfig {
  type: string;
  /** Any entity of the camera; the form offers its motion sensor. */
  entity: string;
  /** What the card is called; the camera's name where there is none. */
  name?: string;
  /** How many of the newest clips stand below the bar. */
  clips?: number;
  legend?: boolean;
}

interface Field {
  name: string;
}

/** Home Assistant writes its language on the page itself; there is no `hass` yet where a card is only offered. */
const vietnamese = () => document.documentElement.lang.startsWith("vi");
const words = (vi: string, en: string) => (vietnamese() ? vi : en);

export const cardName = () => words("Mắt Thần: một ngày của camera", "Mắt Thần: a camera's day");
export const cardText = () =>
  words(
    "Đã ghi gì, lúc nào có chuyển động, thiếu gì và vì sao; chạm để xem lại.",
    "What was recorded, when something moved, what is missing and why; tap to play it.",
  );

const LABELS: Record<string, () => string> = {
  entity: () => words("Camera (cảm biến chuyển động của nó)", "Camera (its motion sensor)"),
  name: () => words("Tên hiện trên thẻ", "Name on the card"),
  clips: () => words("Số đoạn video mới nhất", "Newest clips shown"),
  legend: () => words("Chú giải màu", "What the colours mean"),
};
const HELP: Record<string, () => string> = {
  name: () => words("Để trống: tên camera.", "Leave empty for the camera's name."),
  clips: () => words("0: chỉ có thanh thời gian.", "0: the bar alone."),
};

export function cardForm() {
  return {
    schema: [
      {
        name: "entity",
        required: true,
        selector: { entity: { filter: { integration: "mat_than", domain: "binary_sensor", device_class: "motion" } } },
      },
      { name: "name", selector: { text: {} } },
      { name: "clips", default: USUAL_CLIPS, selector: { number: { min: 0, max: MOST_CLIPS, mode: "box" } } },
      { name: "legend", default: true, selector: { boolean: {} } },
    ],
    computeLabel: ({ name }: Field) => LABELS[name]?.(),
    computeHelper: ({ name }: Field) => HELP[name]?.(),
  };
}

/** The configuration in its right form. Throws, in words, what is wrong with it: the dashboard shows that. */
export function checked(config: Partial<CardConfig> | undefined): CardConfig {
  const entity = config?.entity;
  if (typeof entity !== "string" || !entity) {
    throw new Error(words("Hãy chọn một camera của Mắt Thần.", "Choose a camera of Mắt Thần."));
  }
  const clips = Number(config?.clips ?? USUAL_CLIPS);
  if (!(clips >= 0 && clips <= MOST_CLIPS)) {
    throw new Error(words(`clips: từ 0 đến ${MOST_CLIPS}`, `clips: from 0 to ${MOST_CLIPS}`));
  }
  return { ...config, type: config?.type ?? `custom:${CARD}`, entity, clips, legend: config?.legend !== false };
}

/** Whether an entity is the motion sensor of one of our cameras. */
export function isMotionSensor(hass: Pick<Hass, "entities" | "states">, entityId: string): boolean {
  return (
    entityId.startsWith("binary_sensor.") &&
    hass.entities[entityId]?.platform === "mat_than" &&
    hass.states[entityId]?.attributes.device_class === "motion"
  );
}

/** What a new card begins with. */
export function firstConfig(hass: Pick<Hass, "entities" | "states">): { entity: string } {
  return { entity: Object.keys(hass.entities).find((id) => isMotionSensor(hass, id)) ?? "" };
}
