// <mt-console>: the frame around every page. It decides which page stands, and who may see it.
import { localized, msg } from "@lit/localize";
import { mdiSignDirectionRemove } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { mark } from "@shared/mark.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { sentence } from "../api/problems.js";
import { stream } from "../api/stream.js";
import "../pages.js";
import "@shared/confirm.js";
import "@shared/toast.js";
import { styles } from "@shared/styles.js";
import "./header.js";
import { roleFor } from "./navigation.js";
import { go, type PageName, type Route, routeOf, routing, safeReturn, startRouting } from "./router.js";
import { session } from "./session.js";

const TITLES: Record<PageName, () => string> = {
  feed: () => msg("Sự kiện"),
  event: () => msg("Chi tiết sự kiện"),
  cameras: () => msg("Camera"),
  ask_live: () => msg("Xin xem trực tiếp"),
  live: () => msg("Xem trực tiếp"),
  households: () => msg("Hộ tham gia"),
  invite: () => msg("Lời mời"),
  consents: () => msg("Sổ đồng ý"),
  access: () => msg("Nhật ký xem"),
  requests: () => msg("Yêu cầu trích xuất"),
  request: () => msg("Yêu cầu trích xuất"),
  new_request: () => msg("Yêu cầu mới"),
  holds: () => msg("Giữ theo luật"),
  hold: () => msg("Giữ theo luật"),
  new_hold: () => msg("Giữ cho một vụ việc"),
  reports: () => msg("Tin báo của dân"),
  report: () => msg("Tin báo của dân"),
  settings: () => msg("Thiết lập"),
  login: () => msg("Đăng nhập"),
  setup: () => msg("Thiết lập trung tâm"),
  join: () => msg("Lời mời tham gia"),
  missing: () => msg("Không tìm thấy trang"),
};

const OUTSIDE: readonly PageName[] = ["login", "setup", "join"];
/** What anybody may read who has not logged in, or not yet. */
const FOR_ALL: readonly PageName[] = [...OUTSIDE, "missing"];

@localized()
@customElement("mt-console")
export class Console extends LitElement {
  @state() private route: Route = routeOf(location.pathname, location.search);
  @state() private begun = false;
  @state() private failure: unknown = null;
  @state() private standing = true;

  static override styles = [
    ...styles,
    css`
      :host {
        min-height: 100vh;
        --mt-foot: 0px;
      }
      .skip {
        position: absolute;
        left: 1rem;
        top: -4rem;
        z-index: 40;
      }
      .skip:focus {
        top: 0.6rem;
      }
      .frame {
        display: grid;
        grid-template: "header header" auto "nav main" 1fr / 16.75rem minmax(0, 1fr);
        min-height: 100vh;
      }
      mt-header {
        grid-area: header;
        position: sticky;
        top: 0;
        z-index: 20;
      }
      mt-navigation {
        grid-area: nav;
      }
      main {
        grid-area: main;
        padding: 1.6rem clamp(1rem, 3vw, 2.5rem) 4rem;
        outline: none;
      }
      .outside {
        display: grid;
        grid-template-rows: auto 1fr;
        min-height: 100vh;
      }
      .outside > mt-header,
      .outside > main {
        grid-area: auto;
      }
      .outside main {
        padding: clamp(1.25rem, 5vh, 4rem) 1rem 3rem;
      }
      .begin {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 1rem;
        min-height: 70vh;
        text-align: center;
      }
      .begin svg {
        animation: breathe 1.4s ease-in-out infinite alternate;
      }
      @media (max-width: 860px) {
        :host {
          --mt-foot: 4rem;
        }
        .frame {
          grid-template: "header" auto "main" 1fr / minmax(0, 1fr);
        }
        main {
          padding: 1.1rem 1rem calc(6rem + env(safe-area-inset-bottom));
        }
      }
      @media print {
        mt-header,
        mt-navigation,
        mt-toasts,
        .skip {
          display: none;
        }
        .frame {
          display: block;
        }
        main {
          padding: 0;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    startRouting();
    routing.addEventListener("route", () => this.moved());
    session.addEventListener("change", () => this.settle());
    stream.on("line", (standing) => {
      this.standing = standing;
    });
    void this.begin();
  }

  private async begin(): Promise<void> {
    this.failure = null;
    // The page of an invitation tells the hub nothing, not even that someone reads it.
    if (this.route.page === "join") {
      this.begun = true;
      return;
    }
    try {
      await session.begin();
      this.begun = true;
      this.settle();
    } catch (error) {
      this.failure = error;
    }
  }

  /** After a change of who is logged in: is this page still theirs? */
  private settle(): void {
    const { page } = this.route;
    if (page === "join") return;
    if (session.setupNeeded) {
      if (page !== "setup") go("/setup", true);
    } else if (!session.me && page !== "missing") {
      const next = location.pathname + location.search;
      if (page !== "login")
        go(next === "/" || page === "setup" ? "/login" : `/login?next=${encodeURIComponent(next)}`, true);
    } else if (page === "login" || page === "setup") {
      go(safeReturn(this.route.query.get("next")), true);
    }
    this.requestUpdate();
  }

  private moved(): void {
    const before = this.route;
    this.route = routeOf(location.pathname, location.search);
    this.settle();
    if (before.page === this.route.page && before.id === this.route.id) return;
    window.scrollTo(0, 0);
    // A screen reader hears where it is now.
    void this.updateComplete.then(() => this.renderRoot.querySelector("main")?.focus({ preventScroll: true }));
  }

  override updated(): void {
    const name = session.hub.commune || session.hub.name;
    document.title = [TITLES[this.route.page](), name, "Mắt Thần"].filter(Boolean).join(" · ");
  }

  private page(): TemplateResult {
    const { page, id, query } = this.route;
    if (!FOR_ALL.includes(page) && !session.may(roleFor(page))) {
      return html`<div class="card empty">
        <h1>${TITLES[page]()}</h1>
        <p role="alert">${msg("Tài khoản của bạn không có quyền xem trang này. Hãy nhờ quản trị viên.")}</p>
        <a class="button primary" href="/feed">${msg("Về trang sự kiện")}</a>
      </div>`;
    }
    switch (page) {
      case "feed":
        return html`<mt-feed-page .query=${query}></mt-feed-page>`;
      case "event":
        return html`<mt-event-page subject=${id}></mt-event-page>`;
      case "cameras":
        return html`<mt-cameras-page></mt-cameras-page>`;
      case "ask_live":
        return html`<mt-ask-live-page .query=${query}></mt-ask-live-page>`;
      case "live":
        return html`<mt-live-page subject=${id}></mt-live-page>`;
      case "households":
        return html`<mt-households-page></mt-households-page>`;
      case "invite":
        return html`<mt-invite-page></mt-invite-page>`;
      case "consents":
        return html`<mt-consents-page .query=${query}></mt-consents-page>`;
      case "access":
        return html`<mt-access-page .query=${query}></mt-access-page>`;
      case "requests":
        return html`<mt-requests-page .query=${query}></mt-requests-page>`;
      case "request":
        return html`<mt-request-page subject=${id}></mt-request-page>`;
      case "holds":
        return html`<mt-holds-page></mt-holds-page>`;
      case "hold":
        return html`<mt-hold-page subject=${id}></mt-hold-page>`;
      case "new_hold":
        return html`<mt-new-hold-page .query=${query}></mt-new-hold-page>`;
      case "new_request":
        return html`<mt-new-request-page .query=${query}></mt-new-request-page>`;
      case "reports":
        return html`<mt-reports-page></mt-reports-page>`;
      case "report":
        return html`<mt-report-page subject=${id}></mt-report-page>`;
      case "settings":
        return html`<mt-settings-page></mt-settings-page>`;
      case "login":
        return html`<mt-login-page></mt-login-page>`;
      case "setup":
        return html`<mt-setup-page></mt-setup-page>`;
      case "join":
        return html`<mt-join-page></mt-join-page>`;
      case "missing":
        return html`<div class="card empty">
          ${icon(mdiSignDirectionRemove, "", 52)}
          <h1>${TITLES.missing()}</h1>
          <p>${msg("Địa chỉ này không dẫn tới đâu cả. Có thể nó bị gõ nhầm hoặc mất một phần khi sao chép.")}</p>
          <a class="button primary" href="/feed">${msg("Về trang sự kiện")}</a>
        </div>`;
    }
  }

  private waiting(): TemplateResult {
    return html`<div class="begin">
      ${mark(72)}
      ${
        this.failure
          ? html`<p role="alert">${sentence(this.failure)}</p>
              <button class="primary" @click=${() => this.begin()}>${msg("Thử lại")}</button>`
          : html`<p role="status" class="muted">${msg("Đang kết nối với trung tâm…")}</p>`
      }
    </div>`;
  }

  override render() {
    const inside = this.begun && session.me && !OUTSIDE.includes(this.route.page);
    return html`<nav aria-label=${msg("Lối tắt")}>
        <a class="button skip" href="#main" @click=${this.skip}>${msg("Đến nội dung chính")}</a>
      </nav>
      <div class=${inside ? "frame" : "outside"}>
        <mt-header .standing=${this.standing} .inside=${Boolean(inside)}></mt-header>
        ${inside ? html`<mt-navigation page=${this.route.page}></mt-navigation>` : nothing}
        <main id="main" tabindex="-1">${this.begun ? this.page() : this.waiting()}</main>
      </div>
      <mt-confirm></mt-confirm>
      <mt-toasts></mt-toasts>`;
  }

  private skip(event: Event): void {
    event.preventDefault();
    (this.renderRoot.querySelector("main") as HTMLElement).focus();
  }
}
