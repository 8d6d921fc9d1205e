// One event as a card of the feed: the picture, where, when, how long, and what there is to see.
import { msg, str } from "@lit/localize";
import {
  mdiCctvOff,
  mdiCheckNetworkOutline,
  mdiPlay,
  mdiProgressUpload,
  mdiRotate3dVariant,
  mdiWeatherNight,
} from "@mdi/js";
import { ago, clock } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import "@shared/still.js";
import { css, html, nothing, type TemplateResult } from "lit";
import type { HubEvent } from "../api/types.js";
import { eventType } from "../app/words.js";
import { clipLength, length, MOTION, ongoing } from "./event_words.js";

export const cardStyles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17.5rem, 100%), 1fr));
    gap: 1rem;
  }
  .event {
    display: flex;
    flex-direction: column;
    height: 100%;
    color: inherit;
    text-decoration: none;
    background: var(--mt-surface);
    border: 1px solid var(--mt-line);
    border-radius: var(--mt-radius);
    overflow: hidden;
    box-shadow: var(--mt-shadow);
    transition:
      border-color 120ms,
      box-shadow 120ms;
  }
  .event:hover {
    border-color: var(--mt-primary);
    box-shadow: var(--mt-shadow-high);
  }
  .event:focus-visible {
    border-radius: var(--mt-radius);
  }
  .picture {
    position: relative;
  }
  .marks {
    position: absolute;
    inset: auto 0.6rem 0.6rem 0.6rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  .marks .chip {
    background: rgb(6 16 16 / 82%);
    color: #fff;
  }
  .marks .chip.plays {
    background: #ffd166;
    color: #2b1f00;
    margin-left: auto;
  }
  .what {
    display: grid;
    gap: 0.1rem;
    padding: 0.8rem 1rem 0.95rem;
  }
  .what .where {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.75rem;
  }
  .what h3 {
    line-height: 1.35;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .what time {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .what .line {
    display: flex;
    justify-content: space-between;
    gap: 0.75rem;
    font-size: 0.875rem;
    color: var(--mt-muted);
  }
  .what .line span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .what .line span:last-child {
    white-space: nowrap;
  }
  .now {
    color: var(--mt-danger);
    font-weight: 600;
  }
  .notice {
    aspect-ratio: 16 / 9;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.6rem;
    padding: 1rem;
    text-align: center;
    font-weight: 600;
    background: var(--mt-danger-soft);
    color: var(--mt-danger);
  }
  .notice.back {
    background: var(--mt-live-soft);
    color: var(--mt-live);
  }
  .fresh {
    animation: slide 380ms ease-out;
  }
  @keyframes slide {
    from {
      opacity: 0;
      transform: translateY(-1.25rem);
    }
  }
`;

const NOTICE_ICONS: Record<string, string> = {
  "vn.matthan.tamper.v1": mdiRotate3dVariant,
  "vn.matthan.camera.offline.v1": mdiCctvOff,
  "vn.matthan.camera.online.v1": mdiCheckNetworkOutline,
};

function marks(event: HubEvent, language: Language): TemplateResult {
  return html`<div class="marks">
    ${event.night ? html`<span class="chip">${icon(mdiWeatherNight, "", 16)}${msg("Đêm")}</span>` : nothing}
    ${
      event.clip?.state === "announced"
        ? html`<span class="chip">${icon(mdiProgressUpload, "", 16)}${msg("Video đang gửi")}</span>`
        : nothing
    }
    ${
      event.clip?.state === "stored"
        ? html`<span class="chip plays">${icon(mdiPlay, "", 16)}${clipLength(event, language)}</span>`
        : nothing
    }
  </div>`;
}

/** The sentence that describes the picture to those who do not see it. */
export function pictureText(event: HubEvent, language: Language): string {
  return msg(str`Ảnh từ camera ${event.camera.name} lúc ${clock(event.started_at, language)}`);
}

export function eventCard(event: HubEvent, now: Date, language: Language): TemplateResult {
  const motion = event.type === MOTION;
  return html`<a class="event" href="/events/${event.id}">
    ${
      motion
        ? html`<div class="picture">
            <mt-still src=${event.still_url ?? nothing} alt=${pictureText(event, language)}></mt-still>
            ${marks(event, language)}
          </div>`
        : html`<div class="notice ${event.type.includes("online") ? "back" : ""}">
            ${icon(NOTICE_ICONS[event.type] ?? mdiCctvOff, "", 40)}${eventType(event.type)}
          </div>`
    }
    <div class="what">
      <div class="where">
        <h3>${event.camera.name}</h3>
        <time datetime=${event.started_at}>${clock(event.started_at, language, true)}</time>
      </div>
      <div class="line">
        <span>${event.household.name}</span>
        ${
          motion && length(event, now, language)
            ? html`<span class=${ongoing(event, now) ? "now" : ""}>${length(event, now, language)}</span>`
            : html`<span>${ago(event.started_at, now, language)}</span>`
        }
      </div>
    </div>
  </a>`;
}
