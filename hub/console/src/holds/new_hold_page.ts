// <mt-new-hold-page>: an officer asks to hold what the address names: why, on which basis, until when.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft, mdiGavel } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { go } from "../app/router.js";
import { Page } from "../ui/page.js";

const MOST_DAYS = 365;
const USUAL_DAYS = 60;
const BASIS_CHARS = 500;
const CASE_CHARS = 40;
const DAY_MS = 86_400_000;

/** As a date field has it, on this machine's clock. */
const fieldDate = (at: Date) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

@customElement("mt-new-hold-page")
export class NewHoldPage extends Page {
  @state() private busy = false;
  @state() private missing = false;

  static override styles = [
    ...styles,
    css`
      form {
        display: grid;
        gap: 1.1rem;
        max-width: 40rem;
      }
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
      }
    `,
  ];

  private named(kind: "events" | "clips"): string[] {
    return (this.query.get(kind) ?? "").split(",").filter(Boolean);
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const field = (name: string) => String(form.get(name) ?? "").trim();
    const [case_number, basis, date] = [field("case_number"), field("basis"), field("until")];
    this.missing = !case_number || !basis || !date;
    if (this.missing) return;
    this.busy = true;
    const until = new Date(`${date}T23:59:59`).toISOString();
    const wish = { case_number, basis, until, event_ids: this.named("events"), clip_ids: this.named("clips") };
    const done = await this.attempt(async () => {
      const hold = await hub.askHold(wish);
      go(`/holds/${hold.id}`, true);
    });
    this.busy = false;
    if (done) toast(msg("Đã đề nghị. Một cán bộ khác phải duyệt; từ lúc duyệt mới bắt đầu giữ."));
  }

  override render() {
    const count = this.named("events").length + this.named("clips").length;
    const soon = new Date(this.now.getTime() + DAY_MS);
    const usual = new Date(this.now.getTime() + USUAL_DAYS * DAY_MS);
    const latest = new Date(this.now.getTime() + (MOST_DAYS - 1) * DAY_MS);
    return html`<a class="button quiet back" href="/holds">${icon(mdiArrowLeft)}${msg("Giữ theo luật")}</a>
      <div class="head">
        <div>
          <h1>${msg("Giữ cho một vụ việc")}</h1>
          <p>${msg(str`${count} mục. Chỉ giữ những gì vụ việc thật cần, và không lâu hơn cần thiết.`)}</p>
        </div>
      </div>
      <form
        class="card"
        @submit=${this.send}
        @input=${() => {
          this.missing = false;
        }}
      >
        <div>
          <label for="case">${msg("Số vụ việc")}</label>
          <input id="case" name="case_number" maxlength=${CASE_CHARS} placeholder="123/2026" />
        </div>
        <div>
          <label for="basis">${msg("Căn cứ pháp lý")}</label>
          <textarea id="basis" name="basis" maxlength=${BASIS_CHARS}></textarea>
          <p class="hint">${msg("Văn bản nào, số nào, ngày nào. Chủ hộ đọc được câu này.")}</p>
        </div>
        <div>
          <label for="until">${msg("Giữ đến hết ngày")}</label>
          <input id="until" name="until" type="date" min=${fieldDate(soon)} max=${fieldDate(latest)} .value=${fieldDate(usual)} />
          <p class="hint">${msg("Đến ngày đó tự động xoá. Lâu nhất một năm; cần lâu hơn thì đề nghị lại.")}</p>
        </div>
        ${this.missing ? html`<p class="missing" role="alert">${msg("Hãy ghi đủ số vụ việc, căn cứ và ngày.")}</p>` : nothing}
        <div>
          <button class="primary" ?disabled=${this.busy || count === 0}>${icon(mdiGavel)}${msg("Đề nghị giữ")}</button>
        </div>
      </form>`;
  }
}
