// Saying no to a request: two taps, so that nobody does it by mistake, and no reason asked.
import { msg, str } from "@lit/localize";
import { confirmed } from "@shared/confirm.js";
import { toast } from "@shared/toast.js";
import type { House } from "../home/house.js";
import type { FootageRequest } from "../home/requests.js";

/** Whether it was said. Throws what the home refuses. */
export async function decline(house: House, { unit, request_id }: FootageRequest): Promise<boolean> {
  const sure = await confirmed({
    title: msg(str`Từ chối ${unit}?`),
    text: msg("Không có gì được gửi. Bạn không phải nêu lý do, và họ không phân biệt được với việc không trả lời."),
    deed: msg("Từ chối"),
  });
  if (!sure) return false;
  try {
    await house.ask("requests/decline", { request_id });
    toast(msg("Đã từ chối. Không có gì rời nhà bạn."));
    return true;
  } finally {
    await house.requests.read();
  }
}
