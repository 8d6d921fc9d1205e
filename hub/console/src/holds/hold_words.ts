// The words for legal holds.
import { msg, str } from "@lit/localize";
import type { HoldState } from "../api/types.js";

const STATES: Record<HoldState, () => string> = {
  waiting: () => msg("Chờ duyệt"),
  refused: () => msg("Không được duyệt"),
  held: () => msg("Đang giữ"),
  lifted: () => msg("Đã bỏ giữ"),
  ended: () => msg("Đã hết hạn giữ"),
};

export const HOLD_CHIPS: Record<HoldState, string> = {
  waiting: "wait",
  refused: "",
  held: "main",
  lifted: "",
  ended: "",
};
export const holdState = (state: HoldState) => STATES[state]();

const DAY_MS = 86_400_000;

/** "còn 12 ngày". */
export function daysLeft(until: string, now: Date): string {
  const days = Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / DAY_MS));
  return msg(str`còn ${days} ngày`);
}
