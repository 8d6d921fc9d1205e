// The words for what the protocol names: positions, purposes, kinds, days, states, roles, deeds.
import { msg } from "@lit/localize";
import { minuteOfDay } from "@shared/format.js";
import type { Consent, Hours, Invitation, Role } from "../api/types.js";

type Words = Record<string, () => string>;

/** The word, or the name itself where a newer home or hub knows one that we do not. */
function word(words: Words, name: string): string {
  return words[name]?.() ?? name;
}

const POSITIONS: Words = {
  gate: () => msg("Cổng"),
  yard: () => msg("Sân"),
  street: () => msg("Đường, ngõ"),
  shop: () => msg("Cửa hàng"),
  entrance: () => msg("Lối vào"),
  indoor: () => msg("Trong nhà"),
  public_place: () => msg("Nơi công cộng"),
  other: () => msg("Nơi khác"),
};

const PURPOSES: Words = {
  neighbourhood_security: () => msg("An ninh khu dân cư"),
  case: () => msg("Một vụ việc"),
  public_place: () => msg("Nơi công cộng"),
};

const KINDS: Words = {
  events: () => msg("Sự kiện"),
  stills: () => msg("Ảnh"),
  clips: () => msg("Đoạn video"),
  live: () => msg("Xem trực tiếp"),
};

const DAYS: Words = {
  mon: () => msg("T2"),
  tue: () => msg("T3"),
  wed: () => msg("T4"),
  thu: () => msg("T5"),
  fri: () => msg("T6"),
  sat: () => msg("T7"),
  sun: () => msg("CN"),
};

const EVENTS: Words = {
  "vn.matthan.motion.v1": () => msg("Chuyển động"),
  "vn.matthan.tamper.v1": () => msg("Camera bị che hoặc xoay"),
  "vn.matthan.camera.offline.v1": () => msg("Camera mất tín hiệu"),
  "vn.matthan.camera.online.v1": () => msg("Camera có tín hiệu trở lại"),
};

const DEEDS: Words = {
  view_event: () => msg("Xem sự kiện"),
  view_still: () => msg("Xem ảnh"),
  play_clip: () => msg("Xem đoạn video"),
  download_clip: () => msg("Tải đoạn video"),
  hold_item: () => msg("Giữ cho vụ việc"),
  view_held: () => msg("Xem hình đang giữ"),
  watch_live: () => msg("Xem trực tiếp"),
};

const ROLES: Record<Role, () => string> = {
  admin: () => msg("Quản trị viên"),
  officer: () => msg("Cán bộ"),
  viewer: () => msg("Chỉ xem"),
};

const CONSENT_STATES: Record<Consent["state"], () => string> = {
  live: () => msg("Đang hiệu lực"),
  not_yet: () => msg("Chưa đến ngày"),
  expired: () => msg("Đã hết hạn"),
  withdrawn: () => msg("Đã rút lại"),
};

const INVITATION_STATES: Record<Invitation["state"], () => string> = {
  open: () => msg("Chưa dùng"),
  used: () => msg("Đã dùng"),
  expired: () => msg("Đã hết hạn"),
  revoked: () => msg("Đã thu hồi"),
};

export const position = (name: string) => word(POSITIONS, name);
export const purpose = (name: string) => word(PURPOSES, name);
export const kind = (name: string) => word(KINDS, name);
export const eventType = (name: string) => word(EVENTS, name);
export const deed = (name: string) => word(DEEDS, name);
export const role = (name: Role) => ROLES[name]();
export const consentState = (name: Consent["state"]) => CONSENT_STATES[name]();
export const invitationState = (name: Invitation["state"]) => INVITATION_STATES[name]();

/** "Mọi ngày, cả ngày" · "T2, T3, 18:00–06:00". */
export function hours(of: Hours): string {
  const days = of.days.length === 7 ? msg("Mọi ngày") : of.days.map((day) => word(DAYS, day)).join(", ");
  const whole = of.from_minute === 0 && of.to_minute === 1440;
  return `${days}, ${whole ? msg("cả ngày") : `${minuteOfDay(of.from_minute)}\u2060–\u2060${minuteOfDay(of.to_minute)}`}`;
}
