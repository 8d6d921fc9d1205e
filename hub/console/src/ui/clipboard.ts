// Copying a text, and saying so.
import { msg } from "@lit/localize";
import { toast } from "@shared/toast.js";

/** Copies; browsers allow it on https and on this very machine only, elsewhere people are told to do it by hand. */
export async function copied(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(msg("Đã chép."));
  } catch {
    toast(msg("Trình duyệt không cho chép. Hãy chọn dòng chữ rồi chép bằng tay."), { bad: true });
  }
}
