// A camera's health in words. Causes are called as the integration's own entities call them.
import { msg, str } from "@lit/localize";
import { span } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import type { House } from "../home/house.js";
import type { Camera } from "../home/overview.js";

const CONNECTION = "entity.binary_sensor.connection.state_attributes.cause.state";
const ABSENCE = "entity.sensor.coverage.state_attributes.most_absent_for.state";
const TAMPER = "entity.binary_sensor.tamper.state_attributes.what.state";
const FINDING = "entity.sensor.advice.state_attributes.findings.state";
const STORAGE = "entity.binary_sensor.storage.state_attributes.trouble.state";

export const causeWord = (house: House, cause: string) => house.word(CONNECTION, cause);
export const tamperWord = (house: House, what: string) => house.word(TAMPER, what);
export const findingWord = (house: House, kind: string) => house.word(FINDING, kind);
export const storageWord = (house: House, trouble: string) => house.word(STORAGE, trouble);

export function absenceWord(house: House, cause: string | null): string {
  if (cause === null || cause === "unexplained") return msg("Không rõ lý do");
  return house.word(ABSENCE, cause);
}

const MODES: Record<Camera["record"], () => string> = {
  off: () => msg("Không ghi hình"),
  motion: () => msg("Ghi khi có chuyển động"),
  continuous: () => msg("Ghi liên tục"),
  both: () => msg("Ghi liên tục và khi có chuyển động"),
};

/** What a camera that works does: how it records, how many clips today. */
export function conditionWords(camera: Camera, language: Language): string[] {
  const said = [MODES[camera.record]()];
  if (camera.clips_today > 0) said.push(msg(str`${camera.clips_today} đoạn video hôm nay`));
  else if (camera.coverage) said.push(msg(str`đã trông ${span(camera.coverage.watched_s, language)} hôm nay`));
  return said;
}
