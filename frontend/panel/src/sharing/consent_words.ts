// What a consent names, in plain words.
import { msg } from "@lit/localize";

const PURPOSES: Record<string, () => string> = {
  neighbourhood_security: () => msg("giữ an ninh khu dân cư"),
  case: () => msg("làm rõ một vụ việc"),
  public_place: () => msg("trông coi nơi công cộng"),
};

const KINDS: Record<string, () => string> = {
  events: () => msg("lúc nào có chuyển động"),
  stills: () => msg("ảnh"),
  clips: () => msg("đoạn video"),
  live: () => msg("hình trực tiếp khi bạn cho phép"),
};

const DAYS: Record<string, () => string> = {
  mon: () => msg("T2"),
  tue: () => msg("T3"),
  wed: () => msg("T4"),
  thu: () => msg("T5"),
  fri: () => msg("T6"),
  sat: () => msg("T7"),
  sun: () => msg("CN"),
};

export const purposeWord = (purpose: string) => PURPOSES[purpose]?.() ?? purpose;
export const kindWords = (kinds: readonly string[]) => kinds.map((kind) => KINDS[kind]?.() ?? kind).join(", ");

export function daysWord(days: readonly string[]): string {
  return days.length === 7 ? msg("mọi ngày") : days.map((day) => DAYS[day]?.() ?? day).join(", ");
}

const LOOKS: Record<string, () => string> = {
  view_event: () => msg("Xem sự kiện"),
  view_still: () => msg("Xem ảnh"),
  play_clip: () => msg("Xem đoạn video"),
  download_clip: () => msg("Tải đoạn video về"),
  hold_item: () => msg("Giữ lại cho một vụ việc"),
  view_held: () => msg("Xem hình đang giữ cho vụ việc"),
  watch_live: () => msg("Xem trực tiếp"),
};

export const lookWord = (action: string) => LOOKS[action]?.() ?? action;
