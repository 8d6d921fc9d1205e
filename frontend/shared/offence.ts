// What a case or a report is about, as the protocol names it and as people call it.
import { msg } from "@lit/localize";

const WORDS = {
  theft: () => msg("Trộm cắp"),
  robbery: () => msg("Cướp, cướp giật"),
  assault: () => msg("Hành hung, xô xát"),
  vandalism: () => msg("Phá hoại tài sản"),
  littering: () => msg("Đổ rác, xả thải trái phép"),
  traffic: () => msg("Va chạm giao thông"),
  fire: () => msg("Cháy, nổ"),
  missing_person: () => msg("Người mất tích, đi lạc"),
  public_order: () => msg("Gây rối trật tự"),
  other: () => msg("Việc khác"),
};

export type Offence = keyof typeof WORDS;
export const OFFENCES = Object.keys(WORDS) as readonly Offence[];

/** The word, or the name itself where the other side knows one that we do not. */
export function offenceWord(name: string): string {
  return OFFENCES.find((offence) => offence === name) ? WORDS[name as Offence]() : name;
}
