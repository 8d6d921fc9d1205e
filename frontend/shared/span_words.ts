// How a span of footage is told, and what is wrong with one.
import { msg, str } from "@lit/localize";
import { type FootageSpan, LONGEST_HOURS, OLDEST_DAYS, type SpanFault } from "./footage_span.js";
import { clock, day, moment } from "./format.js";
import type { Language } from "./language.js";

/** "14:05–14:20, 22/11/2026"; with both days where the span crosses midnight. */
export function spanWords({ since, until }: FootageSpan, language: Language, seconds = false): string {
  if (day(since, language) !== day(until, language)) {
    return `${moment(since, language, seconds)} – ${moment(until, language, seconds)}`;
  }
  return `${clock(since, language, seconds)}\u2060–\u2060${clock(until, language, seconds)}, ${day(since, language)}`;
}

const FAULTS: Record<SpanFault, () => string> = {
  incomplete: () => msg("Hãy điền ngày, giờ bắt đầu và giờ kết thúc."),
  order: () => msg("Giờ kết thúc phải sau giờ bắt đầu."),
  long: () => msg(str`Mỗi lần nhiều nhất ${LONGEST_HOURS} giờ. Hãy thu hẹp lại.`),
  old: () => msg(str`Chỉ trong ${OLDEST_DAYS} ngày gần đây.`),
  future: () => msg("Khoảng này chưa qua hết. Hãy chọn giờ kết thúc trước bây giờ."),
};

export const spanFaultWords = (fault: SpanFault) => FAULTS[fault]();
