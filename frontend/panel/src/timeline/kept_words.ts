// By whom and why a clip is kept. Mắt Thần's own reasons come as codes (kept_reason.py), people's as they wrote them.
import { msg, str } from "@lit/localize";
import type { Protection } from "./day.js";

export function keptWords({ owner, reason, why, case_number }: Protection): string {
  switch (why) {
    case "kept_for_request":
      return msg(str`Được giữ để chờ bạn trả lời yêu cầu ${case_number}`);
    case "kept_for_sending":
      return msg(str`Được giữ cho đến khi gửi xong cho yêu cầu ${case_number}`);
    case "kept_from_timeline":
      return msg(str`Được ${owner} giữ từ dòng thời gian`);
    default:
      return msg(str`Được ${owner} giữ: ${reason}`);
  }
}
