// The detector's verdicts in words: why it fired, or why it did not.
import { msg } from "@lit/localize";
import type { House } from "../home/house.js";
import type { AreaKind } from "./areas.js";

const REASONS: Record<string, () => string> = {
  quiet: () => msg("không có gì động"),
  still: () => msg("có gì đó đổi nhưng đứng yên"),
  outside: () => msg("động ở ngoài các vùng theo dõi"),
  small: () => msg("nhỏ hơn mức của vùng"),
  other_way: () => msg("đi ngược hướng của vùng"),
  brief: () => msg("quá ngắn"),
  insect: () => msg("côn trùng bay sát ống kính"),
  rain: () => msg("mưa"),
  faint: () => msg("quá mờ"),
  in_place: () => msg("lay động tại chỗ"),
  habit: () => msg("lay động quen thuộc ở chỗ này"),
  light: () => msg("chỉ là ánh sáng"),
  shadow: () => msg("chỉ là bóng"),
  text: () => msg("chữ, đồng hồ trên hình"),
  moving: () => msg("có người hoặc vật di chuyển"),
};

/** A reason; of a scene's state, as the integration calls it. */
export function reasonWord(house: House, reason: string): string {
  return REASONS[reason]?.() ?? house.word("entity.sensor.scene.state", reason).toLowerCase();
}

const KINDS: Record<AreaKind, () => string> = {
  include: () => msg("Vùng theo dõi"),
  exclude: () => msg("Vùng bỏ qua"),
  privacy: () => msg("Vùng che riêng tư"),
};

const MEANINGS: Record<AreaKind, () => string> = {
  include: () => msg("Chỉ báo khi có chuyển động trong vùng này."),
  exclude: () => msg("Không báo chuyển động trong vùng này: cây, cờ, đường đông."),
  privacy: () => msg("Bị che đen trong mọi thứ chia sẻ ra khỏi nhà. Video ở nhà vẫn nguyên vẹn."),
};

export const kindWord = (kind: AreaKind) => KINDS[kind]();
export const kindMeaning = (kind: AreaKind) => MEANINGS[kind]();
