// <mt-sign>: the sign for the gate. Who records and how to reach him are asked once; what he sees is what is printed.
import { localized, msg } from "@lit/localize";
import { mdiArrowLeft, mdiPrinterOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { follow } from "../ui/address.js";
import { Page } from "../ui/page.js";
import { openPaper, paperAddress } from "./paper.js";

const SHARING = "/mat-than/sharing";
const WHOLE_PLACE = "place";
const MOST_CHARS = 80;
const A4_PX = 794; // how wide a sheet is on the screen

interface SignOwner {
  who: string;
  contact: string;
}

@localized()
@customElement("mt-sign")
export class SignPage extends Page {
  @state() private owner: SignOwner | null = null;
  @state() private subject = WHOLE_PLACE;
  @state() private preview = "";
  @state() private failure: unknown = null;
  @state() private missing = false;

  static override styles = [
    ...Page.styles,
    css`
      .back {
        margin: -0.4rem 0 0.4rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 24rem) minmax(0, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      :host([narrow]) .layout {
        grid-template-columns: minmax(0, 1fr);
      }
      form {
        display: grid;
        gap: 1rem;
      }
      form .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .paper {
        position: relative;
        width: 100%;
        max-width: 34rem;
        aspect-ratio: 210 / 297;
        overflow: hidden;
        border: 1px solid var(--mt-line);
        border-radius: 8px;
        background: #fff;
      }
      /* The page is as wide as an A4 sheet on the screen; it is shown small, as it will lie on the table. */
      iframe {
        position: absolute;
        top: 0;
        left: 0;
        width: 794px;
        height: 1123px;
        border: 0;
        transform-origin: 0 0;
        transform: scale(var(--shrink, 0.5));
        pointer-events: none;
      }
      .empty-paper {
        display: grid;
        place-content: center;
        text-align: center;
        padding: 1rem;
        height: 100%;
        color: #445;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const sizes = new ResizeObserver(() => this.shrink());
    sizes.observe(this);
    this.until(() => sizes.disconnect());
    void this.read();
  }

  protected override updated(): void {
    this.shrink();
  }

  private shrink(): void {
    const paper = this.renderRoot.querySelector<HTMLElement>(".paper");
    paper?.style.setProperty("--shrink", String(paper.clientWidth / A4_PX));
  }

  private async read(): Promise<void> {
    try {
      this.owner = await this.house.ask<SignOwner>("panel/sign");
      this.failure = null;
      if (this.owner.who && this.owner.contact) await this.look();
    } catch (error) {
      this.failure = error;
    }
  }

  private async look(): Promise<void> {
    this.preview = await paperAddress(this.house, "sign", this.subject);
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const owner = { who: String(form.get("who") ?? "").trim(), contact: String(form.get("contact") ?? "").trim() };
    this.missing = !owner.who || !owner.contact;
    if (this.missing) return;
    const done = await this.attempt(async () => {
      await this.house.ask("panel/sign/save", { ...owner });
      this.owner = owner;
      await this.look();
      return true;
    });
    if (done) toast(msg("Đã ghi. Hãy xem biển bên cạnh rồi in."));
  }

  private async choose(event: Event): Promise<void> {
    this.subject = (event.target as HTMLSelectElement).value;
    if (this.preview) await this.attempt(() => this.look());
  }

  private form(owner: SignOwner) {
    const admin = this.hass.user.is_admin;
    return html`<form class="card" @submit=${this.save}>
      <div>
        <label for="subject">${msg("Biển cho")}</label>
        <select id="subject" @change=${this.choose}>
          <option value=${WHOLE_PLACE}>${msg("Mọi camera của nhà")}</option>
          ${this.house.overview.cameras.map(({ camera_id, name }) => html`<option value=${camera_id}>${name}</option>`)}
        </select>
      </div>
      <div>
        <label for="who">${msg("Ai ghi hình")}</label>
        <input id="who" name="who" maxlength=${MOST_CHARS} .value=${owner.who} ?disabled=${!admin} autocomplete="name" />
        <p class="hint">${msg("Tên người hoặc cơ sở, ví dụ: Nhà bà Hoa.")}</p>
      </div>
      <div>
        <label for="contact">${msg("Liên hệ")}</label>
        <input id="contact" name="contact" maxlength=${MOST_CHARS} .value=${owner.contact} ?disabled=${!admin} />
        <p class="hint">${msg("Số điện thoại hoặc chỗ gõ cửa. Ai đi qua cũng đọc được.")}</p>
      </div>
      ${this.missing ? html`<p class="wrong" role="alert">${msg("Hãy ghi cả hai: biển phải có tên và cách liên hệ.")}</p>` : nothing}
      <div class="row">
        ${admin ? html`<button class=${this.preview ? "" : "primary"} type="submit">${msg("Ghi và xem thử")}</button>` : nothing}
        ${
          this.preview
            ? html`<button class="primary" type="button" @click=${this.print}>${icon(mdiPrinterOutline)}${msg("In biển")}</button>`
            : nothing
        }
      </div>
      <p class="small muted">
        ${msg("Biển nói ai ghi hình, để làm gì, giữ bao lâu và liên hệ ở đâu, theo Điều 32 Luật 91/2025/QH15. In trên giấy A4, dán ở lối vào.")}
      </p>
    </form>`;
  }

  private print(): void {
    void this.attempt(() => openPaper(this.house, "sign", this.subject));
  }

  override render() {
    return html`<a class="button quiet back" href=${SHARING} @click=${follow}>${icon(mdiArrowLeft)}${msg("Chia sẻ")}</a>
      <div class="head"><h1>${msg("Biển báo camera")}</h1></div>
      ${this.failure ? this.wrong(this.failure) : nothing}
      ${
        this.owner
          ? html`<div class="layout">
              ${this.form(this.owner)}
              <div class="paper">
                ${
                  this.preview
                    ? html`<iframe src=${this.preview} title=${msg("Biển báo sẽ in")} tabindex="-1"></iframe>`
                    : html`<p class="empty-paper">${msg("Ghi tên và cách liên hệ để xem biển ở đây.")}</p>`
                }
              </div>
            </div>`
          : this.waiting(1)
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-sign": SignPage;
  }
}
