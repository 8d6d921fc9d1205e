// One camera of a request: whether it is given, and its clips of the asked span, to be looked at.
import { msg, str } from "@lit/localize";
import { mdiShieldLockOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { html, nothing, type TemplateResult } from "lit";
import type { AskedCamera } from "../home/requests.js";
import "../timeline/clip_list.js";
import type { Clip } from "../timeline/day.js";
import { ROW_HEIGHT } from "../timeline/rows.js";
import type { Thumbnails } from "../timeline/thumbnails.js";
import { type Bounds, inSpan } from "./gift.js";

const MOST_ROWS = 4;

interface Choosing {
  /** All clips of the asked span, oldest first. */
  clips: readonly Clip[];
  /** What is chosen of it. */
  span: Bounds;
  chosen: boolean;
  /** The id of the clip that is played. */
  playing: string;
  thumbnails: Thumbnails;
  choose(on: boolean): void;
  play(clip: Clip): void;
}

export function askedCamera({ name, masked }: AskedCamera, choosing: Choosing): TemplateResult {
  const { clips, span } = choosing;
  const rows = Math.min(clips.length, MOST_ROWS);
  return html`<fieldset>
    <legend class="unseen">${name}</legend>
    <label class="box">
      <input
        type="checkbox"
        .checked=${choosing.chosen}
        ?disabled=${!clips.length}
        @change=${(event: Event) => choosing.choose((event.target as HTMLInputElement).checked)}
      />
      <span>
        <strong>${name}</strong><br />
        <span class="small muted">
          ${clips.length ? msg(str`${inSpan(clips, span).length} đoạn trong khoảng đã chọn`) : msg("Không có hình trong khoảng này")}
          ${masked ? html` · ${icon(mdiShieldLockOutline, "", 16)} ${msg("vùng riêng tư được che")}` : nothing}
        </span>
      </span>
    </label>
    ${
      clips.length
        ? html`<mt-clip-list
            style="height:${rows * ROW_HEIGHT}px"
            .clips=${newestFirst(clips)}
            .thumbnails=${choosing.thumbnails}
            current=${choosing.playing}
            @clip=${(event: CustomEvent<Clip>) => choosing.play(event.detail)}
          ></mt-clip-list>`
        : nothing
    }
  </fieldset>`;
}

const turned = new WeakMap<readonly Clip[], readonly Clip[]>();

/** As the list shows them; the same array for the same clips, so that it is not drawn anew. */
function newestFirst(clips: readonly Clip[]): readonly Clip[] {
  const known = turned.get(clips) ?? [...clips].reverse();
  turned.set(clips, known);
  return known;
}
