// One hub and the line to it, in words.
import { msg, str } from "@lit/localize";
import { mdiCloudCheckOutline, mdiCloudOffOutline } from "@mdi/js";
import { ago } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { html, nothing, type TemplateResult } from "lit";
import { queueList } from "./queue_list.js";
import type { Hub, Line } from "./sharing_facts.js";

const MINUTE_MS = 60_000;

interface Telling {
  now: Date;
  language: Language;
  /** The title of what is wrong, as Home Assistant's repairs have it. */
  problem(key: string, hub: string): string;
}

const isPast = (at: string, now: Date) => now.getTime() - Date.parse(at) >= MINUTE_MS;

function contact(at: string | undefined, { now, language }: Telling): string {
  if (at === undefined) return "";
  return isPast(at, now) ? msg(str`Liên lạc gần nhất ${ago(at, now, language)}.`) : msg("Vừa liên lạc xong.");
}

function queue(line: Line): string {
  if (line.queue_length === 0) return msg("Không có gì đang chờ gửi.");
  return msg(str`${line.queue_length} mục đang chờ gửi.`);
}

function chip(line: Line): TemplateResult {
  if (line.connected)
    return html`<span class="chip live">${icon(mdiCloudCheckOutline, "", 16)}${msg("Đang nối")}</span>`;
  return html`<span class="chip ${line.idle ? "" : "wait"}">
    ${icon(mdiCloudOffOutline, "", 16)}${line.idle ? msg("Không gửi gì") : msg("Chưa nối được")}
  </span>`;
}

export function hubCard({ name, commune, line }: Hub, telling: Telling): TemplateResult {
  return html`<section class="card hub">
    <div class="title">
      <h2>${name}</h2>
      ${chip(line)}
    </div>
    ${commune && commune !== name ? html`<p class="muted small">${commune}</p>` : nothing}
    ${line.problem ? html`<p class="wrong">${telling.problem(line.problem, name)}</p>` : nothing}
    <p>
      ${line.idle ? msg("Không có sự đồng ý nào đang hiệu lực, nên nhà bạn không nói gì với trung tâm này.") : queue(line)}
      ${contact(line.last_contact_at, telling)}
    </p>
    ${queueList(line, telling.now, telling.language)}
  </section>`;
}
