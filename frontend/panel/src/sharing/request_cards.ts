// Requests as cards: those that wait on top, with the way to answer; those that were answered, with what was sent.
import { msg, str } from "@lit/localize";
import { mdiFileSearchOutline } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { offenceWord } from "@shared/offence.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { spanText } from "../answering/gift_words.js";
import { boundsOf, requestFacts, STATE_CHIPS, stateWord } from "../answering/request_facts.js";
import type { FootageRequest } from "../home/requests.js";
import { addressOf, follow } from "../ui/address.js";

export const requestCardStyles = css`
  .asked {
    display: grid;
    gap: 0.8rem;
    border: 2px solid var(--mt-gold);
  }
  .asked dl.facts {
    grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr);
    gap: 0.4rem 1rem;
  }
  .asked .reason {
    overflow-wrap: anywhere;
  }
  .asked + .asked {
    margin-top: 1rem;
  }
  .asked h2 .icon {
    color: var(--mt-gold);
    margin-inline-end: 0.4rem;
  }
  .answered h2 {
    margin-bottom: 0.6rem;
  }
  .answered li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    align-items: center;
    padding: 0.7rem 0;
    border-top: 1px solid var(--mt-line);
  }
  .answered li > div {
    flex: 1;
    min-width: min(100%, 16rem);
  }
  :host([narrow]) .asked dl.facts {
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1rem;
  }
`;

interface Telling {
  now: Date;
  language: Language;
}

export function waitingCard(
  request: FootageRequest,
  { now, language }: Telling,
  decline: (request: FootageRequest) => void,
): TemplateResult {
  return html`<article class="card asked">
    <h2>${icon(mdiFileSearchOutline, "", 22)}${msg(str`${request.unit} xin hình của bạn`)}</h2>
    ${requestFacts(request, now, language)}
    ${
      request.may_decide
        ? html`<div class="deeds">
            <button @click=${() => decline(request)}>${msg("Từ chối…")}</button>
            <a class="button primary" href=${addressOf("/mat-than", "sharing", "request", request.request_id)} @click=${follow}
              >${msg("Xem hình và trả lời")}</a
            >
          </div>`
        : html`<p class="muted">${msg("Chỉ người quản trị nhà mới trả lời được yêu cầu này.")}</p>`
    }
  </article>`;
}

/** What became of a yes: how much is there, how much is on its way. */
function sent({ sent, waiting, consent_ids }: FootageRequest, standing: boolean): string {
  if (consent_ids.length && !standing) return msg("Bạn đã rút lại.");
  if (waiting) return msg(str`Đã gửi ${sent} đoạn, còn ${waiting} đoạn đang chờ gửi.`);
  return msg(str`Đã gửi ${sent} đoạn.`);
}

export function answeredCard(
  answered: readonly FootageRequest[],
  language: Language,
  standing: (request: FootageRequest) => boolean,
  withdraw: ((request: FootageRequest) => void) | null,
): TemplateResult | typeof nothing {
  if (answered.length === 0) return nothing;
  return html`<section class="card answered">
    <h2>${msg("Yêu cầu trước đây")}</h2>
    <ul>
      ${answered.map((request) => {
        const stands = standing(request);
        return html`<li>
          <div>
            <strong>${request.unit} · ${request.case_number}</strong>
            <span class="chip ${STATE_CHIPS[request.state]}">${stateWord(request.state)}</span><br />
            <span class="small">
              ${offenceWord(request.offence)} · ${request.cameras.map(({ name }) => name).join(", ")} ·
              ${spanText(boundsOf(request), language)}
            </span>
            <br /><span class="small muted">
              ${[request.decided_at && moment(request.decided_at, language), request.state === "approved" && sent(request, stands)].filter(Boolean).join(" · ")}
            </span>
          </div>
          ${
            request.state === "approved" && stands && withdraw
              ? html`<button class="danger outline" @click=${() => withdraw(request)}>${msg("Rút lại…")}</button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </section>`;
}
