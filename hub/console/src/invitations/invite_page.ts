// <mt-invite-page>: make an invitation, hand it over, see what became of the earlier ones.
import { msg, str } from "@lit/localize";
import { mdiContentCopy, mdiPrinterOutline } from "@mdi/js";
import { confirmed } from "@shared/confirm.js";
import { ago, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Invitation, NewInvitation } from "../api/types.js";
import { session } from "../app/session.js";
import { invitationState } from "../app/words.js";
import { copied } from "../ui/clipboard.js";
import { Page } from "../ui/page.js";
import { inviteStyles } from "./invite_styles.js";
import { qr } from "./qr.js";
import { sheet, sheetStyles } from "./sheet.js";

const STATE_CHIPS: Record<Invitation["state"], string> = { open: "main", used: "live", expired: "", revoked: "" };

@customElement("mt-invite-page")
export class InvitePage extends Page {
  @state() private invitations: readonly Invitation[] | null = null;
  @state() private made: NewInvitation | null = null;
  @state() private busy = false;
  @state() private refusal: unknown = null;

  static override styles = [...styles, inviteStyles, sheetStyles];

  protected override listen(): void {
    // An invitation that was used shows at once.
    this.until(stream.on("household", () => void this.read()));
  }

  protected override async load(): Promise<void> {
    this.invitations = await hub.invitations();
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target as HTMLFormElement;
    this.busy = true;
    this.refusal = null;
    try {
      this.made = await hub.invite(String(new FormData(form).get("note")).trim());
      form.reset();
      await this.read();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("#made")?.focus();
    } catch (error) {
      this.refusal = error;
    } finally {
      this.busy = false;
    }
  }

  private async revoke(invitation: Invitation): Promise<void> {
    const sure = await confirmed({
      title: msg(str`Thu hồi lời mời “${invitation.note}”?`),
      text: msg("Mã QR và đường dẫn đã đưa ra sẽ không dùng được nữa."),
      deed: msg("Thu hồi"),
      danger: true,
    });
    if (!sure || !(await this.attempt(() => hub.revoke(invitation.id)))) return;
    if (this.made?.id === invitation.id) this.made = null;
    toast(msg("Đã thu hồi lời mời."));
    await this.read();
  }

  private form(): TemplateResult {
    return html`<form class="card make" @submit=${this.make}>
      <div>
        <label for="note">${msg("Mời ai")}</label>
        <input
          id="note"
          name="note"
          required
          maxlength="80"
          autocomplete="off"
          placeholder=${msg("Ví dụ: Ông Tư, số 12 ngõ 8")}
          aria-describedby="note-hint"
        />
        <p class="hint" id="note-hint">${msg("Chỉ cán bộ thấy dòng ghi chú này.")}</p>
      </div>
      <button class="primary" ?disabled=${this.busy}>${this.busy ? msg("Đang tạo…") : msg("Tạo lời mời")}</button>
      ${this.wrong(this.refusal)}
    </form>`;
  }

  private handOver(made: NewInvitation): TemplateResult {
    return html`<section class="card made" id="made" tabindex="-1" aria-labelledby="made-title">
      <div class="paper">
        ${qr(made.qr_svg, msg("Mã QR của lời mời")) ?? msg("Không vẽ được mã QR. Hãy dùng đường dẫn.")}
      </div>
      <div class="stack">
        <h2 id="made-title">${msg("Lời mời đã sẵn sàng")}</h2>
        <p>${msg("Đưa mã QR hoặc đường dẫn cho chủ hộ. Mã chỉ hiện một lần này, chỉ dùng được một lần.")}</p>
        <code class="link mono">${made.link}</code>
        <p class="small muted">
          ${msg(str`Hết hạn ${ago(made.expires_at, this.now, this.language)} (${moment(made.expires_at, this.language)})`)}
        </p>
        <div class="row">
          <button class="primary" @click=${() => copied(made.link)}>${icon(mdiContentCopy)}${msg("Chép đường dẫn")}</button>
          <button @click=${() => window.print()}>${icon(mdiPrinterOutline)}${msg("In giấy mời")}</button>
          <button
            class="quiet"
            @click=${() => {
              this.made = null;
            }}
          >
            ${msg("Xong")}
          </button>
        </div>
      </div>
    </section>`;
  }

  private row(invitation: Invitation): TemplateResult {
    return html`<tr>
      <td>
        <b>${invitation.note}</b>
        ${invitation.household ? html`<div class="muted small">→ ${invitation.household.name}</div>` : nothing}
      </td>
      <td><span class="chip ${STATE_CHIPS[invitation.state]}">${invitationState(invitation.state)}</span></td>
      <td class="numbers">${msg(str`Tạo ${moment(invitation.created_at, this.language)}`)}</td>
      <td class="numbers">
        ${invitation.state === "open" ? msg(str`Hết hạn ${ago(invitation.expires_at, this.now, this.language)}`) : nothing}
      </td>
      <td class="deeds">
        ${
          invitation.state === "open"
            ? html`<button class="quiet" aria-label=${msg(str`Thu hồi lời mời ${invitation.note}`)} @click=${() => this.revoke(invitation)}>
                ${msg("Thu hồi")}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  private list(): TemplateResult | typeof nothing {
    if (!this.invitations) return this.failure ? this.failed() : this.skeletons(1);
    if (!this.invitations.length) return nothing;
    return html`<div class="card table">
      <table>
        <thead>
          <tr>
            <th scope="col">${msg("Mời ai")}</th>
            <th scope="col">${msg("Tình trạng")}</th>
            <th scope="col">${msg("Tạo lúc")}</th>
            <th scope="col">${msg("Hạn dùng")}</th>
            <th scope="col"><span class="unseen">${msg("Việc")}</span></th>
          </tr>
        </thead>
        <tbody>
          ${this.invitations.map((invitation) => this.row(invitation))}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    return html`<div class="head">
        <div>
          <h1>${msg("Lời mời")}</h1>
          <p>
            ${msg("Mỗi lời mời cho một hộ, dùng một lần, trong 24 giờ. Chủ hộ quét bằng Home Assistant; chưa đồng ý thì chưa có gì được gửi.")}
          </p>
        </div>
      </div>
      <div class="stack">
        ${this.made ? this.handOver(this.made) : nothing} ${this.form()} ${this.list()}
      </div>
      ${this.made ? sheet(this.made, session.hub) : nothing}`;
  }
}
