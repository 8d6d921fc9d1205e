// What was taken back: whether the hub has proved that it deleted it, what a legal hold still keeps and until when.
import { msg, str } from "@lit/localize";
import { mdiDownloadOutline, mdiFileCertificateOutline, mdiGavel, mdiPrinterOutline } from "@mdi/js";
import { day, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { css, html, nothing, type TemplateResult } from "lit";
import type { Hold, Withdrawn } from "./sharing_facts.js";

const DAY_MS = 86_400_000;

export const withdrawnStyles = css`
  .gone .holds {
    display: grid;
    gap: 0.5rem;
    margin: 0.6rem 0;
  }
  .gone .holds li {
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--mt-line);
    border-inline-start: 4px solid var(--mt-gold);
    border-radius: 10px;
    overflow-wrap: anywhere;
  }
  .gone .holds li.over {
    border-inline-start-color: var(--mt-line);
  }
  .gone .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
`;

interface Telling {
  now: Date;
  language: Language;
}

/** "còn 12 ngày", or that the day has passed. */
function left(until: string, now: Date): string {
  const days = Math.ceil((Date.parse(until) - now.getTime()) / DAY_MS);
  return days > 0 ? msg(str`còn ${days} ngày`) : msg("đã quá hạn");
}

function proof(one: Withdrawn, { now, language }: Telling): string {
  const { deleted } = one;
  if (deleted && !(deleted.events + deleted.stills + deleted.clips)) {
    return msg(str`Trung tâm không có gì để xoá, và đã gửi biên nhận có chữ ký lúc ${moment(deleted.at, language)}.`);
  }
  if (deleted) {
    const what = msg(str`${deleted.events} sự kiện, ${deleted.stills} ảnh, ${deleted.clips} đoạn video`);
    return msg(str`Trung tâm đã xoá ${what} lúc ${moment(deleted.at, language)} và gửi biên nhận có chữ ký.`);
  }
  if (one.proved) return msg("Trung tâm đã gửi biên nhận có chữ ký: mọi thứ đã xoá.");
  if (!one.pending) return msg("Trung tâm không giữ gì để xoá.");
  const due = one.due_at
    ? msg(str`Theo luật phải xoá xong trước ${day(one.due_at, language)} (${left(one.due_at, now)}).`)
    : "";
  return `${msg("Đang chờ biên nhận xoá của trung tâm.")} ${due}`;
}

function holdLine(hold: Hold, { now, language }: Telling): TemplateResult {
  const what = msg(str`${hold.events} sự kiện, ${hold.clips} đoạn video, ghi ${moment(hold.first_at, language)}`);
  if (hold.released_at) {
    return html`<li class="over">
      <b>${msg(str`Vụ việc ${hold.case_number}: đã hết giữ và đã xoá`)}</b><br />
      <span class="small">${what}. ${msg(str`Xoá lúc ${moment(hold.released_at, language)}, có biên nhận thứ hai.`)}</span>
    </li>`;
  }
  return html`<li>
    <b>${icon(mdiGavel, "", 18)} ${msg(str`Còn giữ theo luật cho vụ việc ${hold.case_number}`)}</b><br />
    <span class="small">
      ${what}.<br />
      ${msg(str`Căn cứ: ${hold.basis}`)}<br />
      ${msg(str`${hold.unit} quyết định, hai cán bộ duyệt. Muộn nhất đến ${day(hold.until, language)} (${left(hold.until, now)}), rồi xoá và gửi biên nhận thứ hai.`)}
    </span>
  </li>`;
}

/** What can be done with a proof. */
export interface ProofDeeds {
  print(one: Withdrawn): void;
  save(one: Withdrawn): void;
}

export function withdrawnCard(
  withdrawn: readonly Withdrawn[],
  telling: Telling,
  { print, save }: ProofDeeds,
): TemplateResult | typeof nothing {
  if (withdrawn.length === 0) return nothing;
  return html`<section class="card gone">
    <h2>${msg("Đã rút lại")}</h2>
    <ul>
      ${withdrawn.map(
        (one) => html`<li>
          <strong>${one.camera ?? msg("Camera đã bỏ")} → ${one.hub}</strong>, ${moment(one.withdrawn_at, telling.language)}<br />
          <span class="small">${icon(mdiFileCertificateOutline, "", 18)} ${proof(one, telling)}</span>
          ${one.holds.length ? html`<ul class="holds">${one.holds.map((hold) => holdLine(hold, telling))}</ul>` : nothing}
          ${
            one.deleted
              ? html`<div class="deeds">
                  <button @click=${() => print(one)}>${icon(mdiPrinterOutline)}${msg("In biên nhận xoá")}</button>
                  <button @click=${() => save(one)}>${icon(mdiDownloadOutline)}${msg("Tải mã kiểm tra")}</button>
                </div>`
              : nothing
          }
        </li>`,
      )}
    </ul>
  </section>`;
}
