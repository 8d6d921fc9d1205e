// Dates, spans and sizes as people of either language write them. Always a 24-hour clock.
import type { Language } from "./language.js";

const formats = new Map<string, Intl.DateTimeFormat>();
let timeZone: string | undefined; // the browser's own while it is undefined

/** Tell times as the clocks of that zone show them, wherever the browser is. */
export function useTimeZone(name: string): void {
  timeZone = name;
  formats.clear();
}

const TAGS: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(TAGS[language], { timeZone, ...options });
  formats.set(key, known);
  return known;
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A number with its unit; formats are dear to make, and a long list asks for many. */
function amount(value: number, unit: string, language: Language, options: Intl.NumberFormatOptions): string {
  const key = `${language} ${unit}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(TAGS[language], { style: "unit", unit, ...options });
  numbers.set(key, known);
  return known.format(value);
}

function parts(language: Language, name: string, options: Intl.DateTimeFormatOptions, at: Date): Map<string, string> {
  return new Map(
    format(language, name, options)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

/** 22/11/2026. */
export function day(at: string | Date, language: Language): string {
  const p = parts(language, "day", { day: "2-digit", month: "2-digit", year: "numeric" }, new Date(at));
  return `${p.get("day")}/${p.get("month")}/${p.get("year")}`;
}

/** 2026-11-22, as the clocks of the zone have it. */
export function isoDay(at: string | number | Date): string {
  const p = parts("en", "iso", { day: "2-digit", month: "2-digit", year: "numeric" }, new Date(at));
  return `${p.get("year")}-${p.get("month")}-${p.get("day")}`;
}

/** 08:05, or 08:05:09. */
export function clock(at: string | Date, language: Language, seconds = false): string {
  const options: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (seconds) options.second = "2-digit";
  const p = parts(language, seconds ? "clock s" : "clock", options, new Date(at));
  return [p.get("hour"), p.get("minute"), p.get("second")].filter((part) => part !== undefined).join(":");
}

/** 22/11/2026 08:05. */
export function moment(at: string | Date, language: Language, seconds = false): string {
  return `${day(at, language)} ${clock(at, language, seconds)}`;
}

/** "Thứ Bảy, 22 tháng 11", "Saturday 22 November". */
export function longDay(at: string | Date, language: Language): string {
  const text = format(language, "long", { weekday: "long", day: "numeric", month: "long" }).format(new Date(at));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const DAY_S = 86_400;
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["hour", 3_600],
  ["minute", 60],
];

/** Intl writes "Ngày mai" as if it began a sentence; here it stands within one. */
function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const JUST_NOW: Record<Language, string> = { vi: "vừa xong", en: "just now" };

/** "5 phút trước", "in 3 hours"; under a minute it is just now. */
export function ago(at: string | Date, now: Date, language: Language): string {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(TAGS[language], { numeric: "auto" });
  // "Tomorrow" is a day of the calendar, however many hours away it is.
  if (Math.abs(seconds) >= DAY_S) {
    const days = Date.parse(isoDay(at)) - Date.parse(isoDay(now));
    return lower(words.format(Math.round(days / (1000 * DAY_S)), "day"));
  }
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return lower(words.format(Math.trunc(seconds / size), unit));
  }
  return JUST_NOW[language];
}

/** A span in seconds: "8 giây", "2 phút 5 giây". */
export function span(seconds: number, language: Language): string {
  const whole = Math.max(1, Math.round(seconds));
  const unitDisplay = language === "vi" ? "long" : "short";
  const unit = (value: number, name: string) => amount(value, name, language, { unitDisplay });
  if (whole < 60) return unit(whole, "second");
  if (whole < 3_600) return [unit(Math.floor(whole / 60), "minute"), whole % 60 ? unit(whole % 60, "second") : ""].join(" ").trim();
  const minutes = Math.floor((whole % 3_600) / 60);
  return [unit(Math.floor(whole / 3_600), "hour"), minutes ? unit(minutes, "minute") : ""].join(" ").trim();
}

/** "1,9 MB". */
export function size(bytes: number, language: Language): string {
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, "gigabyte"] : bytes >= 1e6 ? [bytes / 1e6, "megabyte"] : [bytes / 1e3, "kilobyte"];
  return amount(value, unit, language, { maximumFractionDigits: 1 });
}

/** Minutes after midnight as a clock: 1320 is 22:00. */
export function minuteOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** The moment at which the clocks of the zone show that day (2026-11-22) and time (14:05 or 14:05:30); null for none. */
export function instant(isoDate: string, time: string): Date | null {
  const wanted = Date.parse(`${isoDate}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(wanted)) return null;
  let at = wanted;
  // Twice: the zone's distance from UTC is that of the moment itself, which is only guessed at first.
  for (let turn = 0; turn < 2; turn += 1) {
    at += wanted - Date.parse(`${isoDay(at)}T${clock(new Date(at), "en", true)}Z`);
  }
  return new Date(at);
}
