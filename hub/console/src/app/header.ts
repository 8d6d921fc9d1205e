// <mt-header>: the mark, the hub's name, whether the live line stands, language, leaving.
import { localized, msg, str } from "@lit/localize";
import { mdiLogout } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { LANGUAGES, type Language } from "@shared/language.js";
import { mark } from "@shared/mark.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { sentence } from "../api/problems.js";
import { languages } from "./language.js";
import { session } from "./session.js";
import { role } from "./words.js";

const NAMES: Record<Language, string> = { vi: "Tiếng Việt", en: "English" };

@localized()
@customElement("mt-header")
export class Header extends LitElement {
  @property({ type: Boolean }) standing = true;
  @property({ type: Boolean }) inside = false;

  static override styles = [
    ...styles,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 0.8rem;
        min-height: 4rem;
        padding: 0.5rem clamp(1rem, 2vw, 1.5rem);
        background: var(--mt-surface);
        border-bottom: 1px solid var(--mt-line);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 0.7rem;
        color: inherit;
        text-decoration: none;
        min-width: 0;
        margin-right: auto;
      }
      .brand svg {
        flex: none;
      }
      .word {
        font-weight: 700;
        letter-spacing: -0.02em;
        font-size: 1.15rem;
        line-height: 1.15;
        white-space: nowrap;
      }
      .hub {
        font-size: 0.8rem;
        color: var(--mt-muted);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        line-height: 1.3;
      }
      .brand div {
        min-width: 0;
      }
      .dot {
        width: 0.55rem;
        height: 0.55rem;
        border-radius: 50%;
        background: currentColor;
      }
      .broken .dot {
        background: none;
        border: 2px solid currentColor;
      }
      .languages {
        display: flex;
        padding: 3px;
        gap: 2px;
        border-radius: 11px;
        background: var(--mt-sunken);
      }
      .languages button {
        border: 0;
        background: none;
        min-height: 2.25rem;
        min-width: 2.6rem;
        padding: 0 0.5rem;
        border-radius: 8px;
        font-size: 0.875rem;
        color: var(--mt-muted);
      }
      .languages button[aria-pressed="true"] {
        background: var(--mt-surface);
        color: var(--mt-text);
        box-shadow: var(--mt-shadow);
      }
      .me {
        line-height: 1.25;
        text-align: right;
        font-size: 0.875rem;
      }
      .me b {
        display: block;
        font-weight: 600;
      }
      @media (max-width: 860px) {
        .me {
          display: none;
        }
        .chip span:last-child {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .chip {
          padding: 0.4rem;
        }
        header {
          gap: 0.5rem;
          min-height: 3.5rem;
        }
      }
    `,
  ];

  private async choose(language: Language): Promise<void> {
    try {
      await languages.use(language, true);
    } catch {
      toast(msg("Không tải được ngôn ngữ này. Hãy kiểm tra mạng rồi thử lại."), { bad: true });
    }
  }

  private async leave(): Promise<void> {
    try {
      await hub.logout();
      session.leave();
    } catch (error) {
      toast(sentence(error), { bad: true });
    }
  }

  private line() {
    return this.standing
      ? html`<span class="chip live" role="status"><span class="dot"></span><span>${msg("Đang nhận trực tiếp")}</span></span>`
      : html`<span class="chip wait broken" role="status"
          ><span class="dot"></span><span>${msg("Mất kết nối, đang nối lại…")}</span></span
        >`;
  }

  override render() {
    const { name, commune } = session.hub;
    return html`<header>
      <a class="brand" href=${this.inside ? "/feed" : "/"}>
        ${mark(40)}
        <div>
          <div class="word">Mắt Thần</div>
          ${name || commune ? html`<div class="hub">${[name, commune].filter(Boolean).join(" · ")}</div>` : nothing}
        </div>
      </a>
      ${this.inside ? this.line() : nothing}
      <div class="languages" role="group" aria-label="Ngôn ngữ · Language">
        ${LANGUAGES.map(
          (language) =>
            html`<button
              lang=${language}
              aria-pressed=${language === languages.language()}
              aria-label=${`${language.toUpperCase()} – ${NAMES[language]}`}
              title=${NAMES[language]}
              @click=${() => this.choose(language)}
            >
              ${language.toUpperCase()}
            </button>`,
        )}
      </div>
      ${
        this.inside && session.me
          ? html`<div class="me"><b>${session.me.user_name}</b><span class="muted">${role(session.me.role)}</span></div>
              <button
                class="quiet"
                title=${msg("Đăng xuất")}
                aria-label=${msg(str`Đăng xuất ${session.me.user_name}`)}
                @click=${this.leave}
              >
                ${icon(mdiLogout)}
              </button>`
          : nothing
      }
    </header>`;
  }
}
