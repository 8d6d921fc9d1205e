// <mt-new-request-page>: a footage request, asked step by step in plain words, read over once more before it is sent.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft, mdiCheck } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub, Problem } from "../api/client.js";
import type { Camera } from "../api/types.js";
import { go } from "../app/router.js";
import { Page } from "../ui/page.js";
import "./camera_picker.js";
import { requestStyles } from "./new_request_styles.js";
import {
  cameraKey,
  type Draft,
  EMPTY_DRAFT,
  type Lack,
  lacks,
  request,
  STEPS,
  type Step,
  stepOf,
  usualRetention,
} from "./request_draft.js";
import { caseFields, summaryOf, termFields, timeFields, type Writing } from "./request_steps.js";

@customElement("mt-new-request-page")
export class NewRequestPage extends Page {
  @state() private draft: Draft = EMPTY_DRAFT;
  @state() private step: Step = "case";
  /** Whether someone tried to go on: from then on what is missing is said. */
  @state() private tried = false;
  @state() private cameras: readonly Camera[] | null = null;
  @state() private mostDays = 0;
  @state() private busy = false;
  @state() private refusal: unknown = null;

  private untouched: Draft = EMPTY_DRAFT;

  static override styles = [...styles, requestStyles];

  protected override async load(): Promise<void> {
    const [cameras, { retention_days }] = await Promise.all([hub.cameras(), hub.describe()]);
    this.mostDays = retention_days;
    const wanted = `${this.query.get("household")} ${this.query.get("camera")}`;
    const found = cameras.find((camera) => cameraKey(camera) === wanted && camera.askable);
    this.cameras = cameras;
    if (this.draft !== EMPTY_DRAFT) return;
    this.untouched = { ...EMPTY_DRAFT, retention_days: usualRetention(retention_days) };
    this.draft = found ? { ...this.untouched, cameras: new Set([wanted]) } : this.untouched;
  }

  private write(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
  }

  private async show(step: Step): Promise<void> {
    this.step = step;
    this.tried = false;
    this.refusal = null;
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>("#step")?.focus({ preventScroll: true });
  }

  private readonly next = async (event: SubmitEvent) => {
    event.preventDefault();
    this.now = new Date();
    if (lacks(this.draft, this.step, this.now).length) {
      this.tried = true;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const following = STEPS[STEPS.indexOf(this.step) + 1];
    if (following) await this.show(following);
    else await this.send();
  };

  private async send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refusal = null;
    try {
      const asked = await hub.ask(request(this.draft, new Date()));
      toast(msg("Đã gửi. Một cán bộ khác sẽ duyệt trước khi hỏi các hộ."));
      go(`/requests/${asked.id}`, true);
    } catch (error) {
      const pointer = error instanceof Problem ? error.pointers[0] : undefined;
      if (pointer !== undefined) await this.show(stepOf(pointer));
      this.refusal = error;
    } finally {
      this.busy = false;
    }
  }

  private question(step: Step): string {
    return {
      case: () => msg("Vụ việc gì?"),
      cameras: () => msg("Cần hình của camera nào?"),
      time: () => msg("Từ lúc nào đến lúc nào?"),
      terms: () => msg("Chờ trả lời và giữ hình bao lâu?"),
      summary: () => msg("Đọc lại trước khi gửi"),
    }[step]();
  }

  private content(writing: Writing): TemplateResult {
    switch (this.step) {
      case "case":
        return caseFields(writing);
      case "cameras":
        return html`<mt-camera-picker
            .cameras=${this.cameras ?? []}
            .chosen=${this.draft.cameras}
            @choose=${(event: CustomEvent<ReadonlySet<string>>) => this.write({ cameras: event.detail })}
          ></mt-camera-picker>
          ${writing.lacking.includes("cameras") ? html`<p class="wrong" role="alert">${msg("Hãy chọn ít nhất một camera.")}</p>` : nothing}`;
      case "time":
        return timeFields(writing);
      case "terms":
        return termFields(writing, this.mostDays);
      case "summary":
        return summaryOf(writing, this.cameras ?? [], (step) => void this.show(step));
    }
  }

  private progress(): TemplateResult {
    const here = STEPS.indexOf(this.step);
    return html`<p class="small muted">${msg(str`Bước ${here + 1} trên ${STEPS.length}`)}</p>
      <progress max=${STEPS.length} .value=${here + 1} aria-label=${msg("Tiến độ")}></progress>`;
  }

  /** Too many of this case or of this officer: people are told when they may ask again. */
  private refused(): TemplateResult | typeof nothing {
    const { refusal } = this;
    if (!(refusal instanceof Problem && refusal.kind === "quota")) return this.wrong(refusal);
    const hours = Math.ceil((refusal.retryAfterS ?? 0) / 3_600);
    return html`<div class="wrong" role="alert">
      ${
        hours > 0
          ? msg(str`Vụ việc này, hoặc bạn, đã có đủ số yêu cầu trong bảy ngày. Gửi thêm được sau ${hours} giờ nữa.`)
          : msg("Vụ việc này, hoặc bạn, đã có đủ số yêu cầu trong bảy ngày.")
      }
    </div>`;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    window.onbeforeunload = this.draft === this.untouched ? null : (event) => event.preventDefault();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.onbeforeunload = null;
  }

  override render() {
    const last = this.step === "summary";
    const before = STEPS[STEPS.indexOf(this.step) - 1];
    const lacking: Lack[] = this.tried ? lacks(this.draft, this.step, this.now) : [];
    const writing: Writing = {
      draft: this.draft,
      lacking,
      now: this.now,
      language: this.language,
      write: (change) => this.write(change),
    };
    return html`<a class="button quiet back" href="/requests">${icon(mdiArrowLeft)}${msg("Mọi yêu cầu")}</a>
      <form class="card" novalidate @submit=${this.next}>
        ${this.progress()}
        <h1 id="step" tabindex="-1">${this.question(this.step)}</h1>
        ${this.cameras ? this.content(writing) : this.failure ? this.failed() : this.skeletons(2)}
        ${this.refused()}
        <div class="row deeds">
          ${before ? html`<button type="button" @click=${() => this.show(before)}>${msg("Quay lại")}</button>` : nothing}
          <button class="primary" ?disabled=${this.busy}>
            ${last ? html`${icon(mdiCheck)}${this.busy ? msg("Đang gửi…") : msg("Gửi để duyệt")}` : msg("Tiếp")}
          </button>
        </div>
      </form>`;
  }
}
