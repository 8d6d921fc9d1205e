// How a request's state and answers are told. Who declined and who was silent is never told apart.
import { msg, str } from "@lit/localize";
import type { FootageRequest } from "../api/types.js";

export const STATE_CHIPS: Record<FootageRequest["state"], string> = {
  waiting: "wait",
  refused: "bad",
  open: "live",
  cancelled: "",
  expired: "",
};

export function stateWord(request: FootageRequest): string {
  switch (request.state) {
    case "waiting":
      return request.may_moderate ? msg("Chờ bạn duyệt") : msg("Chờ cán bộ khác duyệt");
    case "refused":
      return msg("Không được duyệt");
    case "open":
      return msg("Đang hỏi các hộ");
    case "cancelled":
      return msg("Đã huỷ");
    case "expired":
      return msg("Đã hết hạn");
  }
}

/** Whether homes have heard of it. */
export function asked(request: FootageRequest): boolean {
  return request.moderated_at !== null && request.state !== "refused";
}

export function answerWords(request: FootageRequest): string {
  if (request.state === "waiting") return msg(str`${request.households} hộ sẽ được hỏi nếu được duyệt`);
  if (!asked(request)) return msg("Không hộ nào được hỏi");
  return msg(str`Đã hỏi ${request.households} hộ, ${request.gave} hộ đã gửi`);
}

export const clipCount = (count: number) => msg(str`${count} đoạn video`);
