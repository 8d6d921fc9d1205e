// What waits for a hub, in plain words: what, how much, since when, and why it has not left yet.
import { msg, str } from "@lit/localize";
import { ago, clock, minuteOfDay, size } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { css, html, nothing, type TemplateResult } from "lit";
import type { Limits, Line, QueueRow } from "./sharing_facts.js";

const MINUTE_MS = 60_000;

const COUNTS: Record<string, (count: number) => string> = {
  events: (count) => msg(str`${count} sự kiện`),
  stills: (count) => msg(str`${count} ảnh`),
  clips: (count) => msg(str`${count} đoạn video`),
};

function quietSpan({ quiet }: Limits): string {
  return quiet ? `${minuteOfDay(quiet.from_minute)}–${minuteOfDay(quiet.until_minute)}` : "";
}

function cause(row: QueueRow, limits: Limits, now: Date, language: Language): string {
  switch (row.cause) {
    case "quiet_hours":
      return msg(str`đợi hết giờ không gửi clip ${quietSpan(limits)}`);
    case "copying":
      return msg("đang chuẩn bị bản để gửi");
    case "no_answer":
      return row.until && Date.parse(row.until) > now.getTime()
        ? msg(str`trung tâm không trả lời, thử lại lúc ${clock(row.until, language, true)}`)
        : msg("trung tâm không trả lời, đang thử lại");
    default:
      return msg("đang gửi");
  }
}

function since(row: QueueRow, now: Date, language: Language): string {
  if (now.getTime() - Date.parse(row.oldest_at) < MINUTE_MS) return "";
  return msg(str`lâu nhất từ ${ago(row.oldest_at, now, language)}`);
}

function queueRow(row: QueueRow, limits: Limits, now: Date, language: Language): TemplateResult {
  const much = row.size_bytes ? size(row.size_bytes, language) : "";
  const facts = [COUNTS[row.kind]?.(row.count) ?? String(row.count), much, since(row, now, language)];
  return html`<li>
    <strong>${facts.filter(Boolean).join(" · ")}</strong><br /><span class="small">${cause(row, limits, now, language)}</span>
  </li>`;
}

function limitWords(limits: Limits): string {
  const words = [];
  if (limits.kbit_s) words.push(msg(str`Gửi không nhanh quá ${limits.kbit_s} kbit/s.`));
  if (limits.quiet) words.push(msg(str`Không gửi đoạn video lúc ${quietSpan(limits)}.`));
  return words.join(" ");
}

/** The rows of the queue, what the hub will not have, what was given up, and the limits that the owner set. */
export function queueList(line: Line, now: Date, language: Language): TemplateResult {
  const limits = limitWords(line.limits);
  return html`${
    line.queue.length
      ? html`<ul class="queue">${line.queue.map((row) => queueRow(row, line.limits, now, language))}</ul>`
      : nothing
  }
  ${line.parked ? html`<p class="small wrong">${msg(str`Trung tâm không nhận ${line.parked} mục; chúng ở lại nhà bạn.`)}</p>` : nothing}
  ${line.dropped ? html`<p class="small wrong">${msg(str`${line.dropped} mục đã bỏ vì chờ quá lâu hoặc hết chỗ.`)}</p>` : nothing}
  ${limits ? html`<p class="small muted">${limits}</p>` : nothing}`;
}

export const queueStyles = css`
  .queue {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .queue li {
    padding: 0.45rem 0;
    border-top: 1px solid var(--mt-line);
  }
`;
