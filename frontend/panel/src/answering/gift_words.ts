// What is about to be given, in one plain sentence, read before the final yes.
import { msg, str } from "@lit/localize";
import { span as lasting } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { spanWords } from "@shared/span_words.js";
import type { Bounds } from "./gift.js";

export interface Giving {
  clips: number;
  seconds: number;
  span: Bounds;
  cameras: readonly string[];
  recipient: string;
}

export const spanText = ({ since, until }: Bounds, language: Language) =>
  spanWords({ since: new Date(since), until: new Date(until) }, language, since % 60_000 !== 0 || until % 60_000 !== 0);

/** "Bạn sẽ gửi 3 đoạn (2 phút 5 giây), 14:05–14:20, 22/11/2026, camera Cổng, cho Công an phường …" */
export function givingSentence({ clips, seconds, span, cameras, recipient }: Giving, language: Language): string {
  const names = cameras.join(", ");
  return msg(
    str`Bạn sẽ gửi ${clips} đoạn (${lasting(seconds, language)}), ${spanText(span, language)}, camera ${names}, cho ${recipient}.`,
  );
}
