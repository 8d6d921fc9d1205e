// <mt-members>: who may log in, and as what.
import { msg, str } from "@lit/localize";
import { confirmed } from "@shared/confirm.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import type { Member, Role } from "../api/types.js";
import { session } from "../app/session.js";
import { role } from "../app/words.js";
import { PASSWORD_CHARS } from "../entry/setup_page.js";
import { Page } from "../ui/page.js";

const ROLES: readonly Role[] = ["officer", "viewer", "admin"];

@customElement("mt-members")
export class Members extends Page {
  @state() private members: readonly Member[] | null = null;
  @state() private busy = false;
  @state() private refusal: unknown = null;

  static override styles = [
    ...styles,
    css`
      .add {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
        gap: 1rem;
        align-items: end;
        margin-top: 1.25rem;
      }
      .add .wrong {
        grid-column: 1 / -1;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        min-height: 3.25rem;
        border-bottom: 1px solid var(--mt-line);
      }
      li button {
        margin-left: auto;
      }
      ul {
        margin-top: 0.5rem;
      }
    `,
  ];

  protected override async load(): Promise<void> {
    this.members = await hub.members();
  }

  private async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const element = event.target as HTMLFormElement;
    const form = new FormData(element);
    const name = String(form.get("user_name")).trim();
    this.busy = true;
    this.refusal = null;
    try {
      await hub.addMember({
        user_name: name,
        password: String(form.get("password")),
        role: String(form.get("role")) as Role,
      });
      element.reset();
      toast(msg(str`Đã thêm ${name}.`));
      await this.read();
    } catch (error) {
      this.refusal = error;
    } finally {
      this.busy = false;
    }
  }

  private async expel(member: Member): Promise<void> {
    const sure = await confirmed({
      title: msg(str`Xoá tài khoản ${member.user_name}?`),
      text: msg("Người này bị đăng xuất ngay. Các dòng nhật ký của họ vẫn còn."),
      deed: msg("Xoá tài khoản"),
      danger: true,
    });
    if (!sure || !(await this.attempt(() => hub.removeMember(member.id)))) return;
    toast(msg(str`Đã xoá ${member.user_name}.`));
    await this.read();
  }

  private list(): TemplateResult {
    if (!this.members) return this.failure ? this.failed() : this.skeletons(1);
    return html`<ul>
      ${this.members.map(
        (member) => html`<li>
          <b>${member.user_name}</b><span class="chip">${role(member.role)}</span>
          ${
            member.user_name === session.me?.user_name
              ? html`<span class="muted small">${msg("là bạn")}</span>`
              : html`<button class="quiet" aria-label=${msg(str`Xoá tài khoản ${member.user_name}`)} @click=${() => this.expel(member)}>
                  ${msg("Xoá")}
                </button>`
          }
        </li>`,
      )}
    </ul>`;
  }

  override render() {
    return html`<section class="card" aria-labelledby="members">
      <h2 id="members">${msg("Người dùng bảng điều khiển")}</h2>
      <p class="muted small">${msg("Mỗi người một tài khoản; không dùng chung. Cán bộ mời hộ và xem; người chỉ xem không mời được.")}</p>
      ${this.list()}
      <form class="add" @submit=${this.add}>
        <div>
          <label for="user">${msg("Tên đăng nhập")}</label>
          <input id="user" name="user_name" required maxlength="64" autocomplete="off" autocapitalize="none" spellcheck="false" />
        </div>
        <div>
          <label for="password">${msg("Mật khẩu ban đầu")}</label>
          <input id="password" name="password" type="password" required minlength=${PASSWORD_CHARS} autocomplete="new-password" />
        </div>
        <div>
          <label for="role">${msg("Vai trò")}</label>
          <select id="role" name="role">
            ${ROLES.map((name) => html`<option value=${name}>${role(name)}</option>`)}
          </select>
        </div>
        <button class="primary" ?disabled=${this.busy}>${msg("Thêm người")}</button>
        ${this.refusal ? this.wrong(this.refusal) : nothing}
      </form>
    </section>`;
  }
}
