// How a live view is told: how long, and why it is over.
import { msg, str } from "@lit/localize";
import type { LiveView } from "../api/types.js";

export const LENGTHS_MIN = [2, 5, 10, 15];

/** 4:05. */
export function left(until: string, now: Date): string {
  const s = Math.max(0, Math.round((Date.parse(until) - now.getTime()) / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")}`;
}

export function endingWords(view: LiveView): string {
  if (view.state === "unanswered") return msg("Chủ hộ không trả lời, nên không xem được. Không ai bị hỏi vì sao.");
  switch (view.ending) {
    case "cut":
      return msg("Chủ hộ đã dừng việc xem.");
    case "officer":
      return msg("Đã dừng từ phía trung tâm.");
    case "unwatched":
      return msg("Đã tự dừng vì không còn ai xem.");
    case "camera":
      return msg("Camera không còn hình.");
    case "consent":
      return msg("Chủ hộ đã rút lại hoặc tạm dừng chia sẻ.");
    default:
      return msg("Đã hết thời gian xem.");
  }
}

export const minutes = (seconds: number) => msg(str`${Math.round(seconds / 60)} phút`);
