// <mt-navigation>: the pages, beside the content on a wide screen and under it on a phone.
import { localized, msg, str } from "@lit/localize";
import {
  mdiAccountGroupOutline,
  mdiBullhornOutline,
  mdiCctv,
  mdiCogOutline,
  mdiDotsHorizontal,
  mdiEyeOutline,
  mdiFileSearchOutline,
  mdiFileSign,
  mdiGavel,
  mdiMotionSensor,
  mdiQrcode,
} from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Role } from "../api/types.js";
import type { PageName } from "./router.js";
import { session } from "./session.js";

interface Entry {
  page: PageName;
  path: string;
  icon: string;
  name: () => string;
  /** Where there is little room. */
  short?: () => string;
  /** The pages about one thing of this list. */
  parts?: readonly PageName[];
  role: Role;
}

const ENTRIES: readonly Entry[] = [
  {
    page: "feed",
    path: "/feed",
    icon: mdiMotionSensor,
    name: () => msg("Sự kiện"),
    parts: ["event"],
    role: "viewer",
  },
  {
    page: "cameras",
    path: "/cameras",
    icon: mdiCctv,
    name: () => msg("Camera"),
    parts: ["ask_live", "live"],
    role: "viewer",
  },
  {
    page: "requests",
    path: "/requests",
    icon: mdiFileSearchOutline,
    name: () => msg("Yêu cầu trích xuất"),
    short: () => msg("Yêu cầu"),
    parts: ["request", "new_request"],
    role: "officer",
  },
  {
    page: "households",
    path: "/households",
    icon: mdiAccountGroupOutline,
    name: () => msg("Hộ tham gia"),
    short: () => msg("Hộ", { id: "homes-short" }),
    role: "officer",
  },
  {
    page: "reports",
    path: "/reports",
    icon: mdiBullhornOutline,
    name: () => msg("Tin báo của dân"),
    parts: ["report"],
    role: "officer",
  },
  {
    page: "holds",
    path: "/holds",
    icon: mdiGavel,
    name: () => msg("Giữ theo luật"),
    parts: ["hold", "new_hold"],
    role: "officer",
  },
  { page: "invite", path: "/invite", icon: mdiQrcode, name: () => msg("Lời mời"), role: "officer" },
  { page: "consents", path: "/consents", icon: mdiFileSign, name: () => msg("Sổ đồng ý"), role: "officer" },
  { page: "access", path: "/access", icon: mdiEyeOutline, name: () => msg("Nhật ký xem"), role: "admin" },
  { page: "settings", path: "/settings", icon: mdiCogOutline, name: () => msg("Thiết lập"), role: "admin" },
];

/** The role that a page is for. */
export function roleFor(page: PageName): Role {
  return ENTRIES.find((entry) => entry.page === page || entry.parts?.includes(page))?.role ?? "viewer";
}

/** What a phone shows at its foot; the rest lies behind "more". */
const AT_FOOT = 4;

@localized()
@customElement("mt-navigation")
export class Navigation extends LitElement {
  @property() page: PageName = "feed";
  @state() private waiting: Partial<Record<PageName, number>> = {};
  @query("dialog") private readonly more!: HTMLDialogElement;
  private endings: (() => void)[] = [];

  static override styles = [
    ...styles,
    css`
      nav {
        position: sticky;
        top: 4.1rem;
        padding: 1.1rem 0.8rem;
      }
      :host {
        border-right: 1px solid var(--mt-line);
        background: var(--mt-surface);
      }
      ul {
        display: grid;
        gap: 0.2rem;
      }
      a {
        display: flex;
        align-items: center;
        gap: 0.8rem;
        min-height: 2.9rem;
        padding: 0.4rem 0.9rem;
        border-radius: 11px;
        color: var(--mt-text);
        text-decoration: none;
        font-weight: 600;
        font-size: 0.95rem;
      }
      a:hover {
        background: var(--mt-sunken);
      }
      a[aria-current] {
        background: var(--mt-primary-soft);
        color: var(--mt-on-primary-soft);
      }
      .count {
        margin-left: auto;
      }
      .foot {
        display: none;
      }
      @media (max-width: 860px) {
        :host {
          border: 0;
          background: none;
        }
        .side {
          display: none;
        }
        .foot {
          display: block;
          position: fixed;
          inset: auto 0 0 0;
          top: auto;
          z-index: 20;
          padding: 0.3rem 0.4rem calc(0.3rem + env(safe-area-inset-bottom));
          background: var(--mt-surface);
          border-top: 1px solid var(--mt-line);
        }
        .foot > ul {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
        }
        .foot > ul > li > :is(a, button) {
          width: 100%;
          flex-direction: column;
          justify-content: center;
          gap: 0.1rem;
          padding: 0.3rem 0.2rem;
          min-height: 3.25rem;
          font-size: 0.78rem;
          font-weight: 600;
          border: 0;
          background: none;
          position: relative;
        }
        .foot > ul > li > a[aria-current],
        .foot > ul > li > button[aria-current] {
          background: var(--mt-primary-soft);
          color: var(--mt-on-primary-soft);
          border-radius: 11px;
        }
        .foot > ul > li > :is(a, button) .count {
          position: absolute;
          top: 0.1rem;
          left: calc(50% + 0.4rem);
          padding: 0 0.4rem;
        }
      }
      dialog {
        border: 0;
        margin: auto 0 0;
        width: 100vw;
        max-width: 100vw;
        border-radius: 18px 18px 0 0;
        padding: 1rem 0.8rem calc(1.2rem + env(safe-area-inset-bottom));
        background: var(--mt-raised);
        color: var(--mt-text);
      }
      dialog::backdrop {
        background: rgb(5 15 15 / 55%);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.endings = [
      stream.on("household", () => void this.countHouseholds()),
      stream.on("request", () => void this.countRequests()),
      stream.on("hold", () => void this.countHolds()),
      stream.on("line", (standing) => standing && this.countAll()),
    ];
    window.addEventListener("mt-households", this.countHouseholds);
    this.countAll();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.endings) end();
    window.removeEventListener("mt-households", this.countHouseholds);
  }

  private countAll(): void {
    void this.countHouseholds();
    void this.countRequests();
    void this.countHolds();
  }

  private readonly countHouseholds = () =>
    this.count(
      "households",
      async () => (await hub.households()).filter((household) => household.state === "waiting").length,
    );

  private readonly countRequests = () => this.count("requests", async () => (await hub.waitingRequests()).count);

  private readonly countHolds = () => this.count("holds", async () => (await hub.waitingHolds()).count);

  /** How much of a page waits for this officer; silent where it cannot be told, the page itself says why. */
  private async count(page: PageName, ask: () => Promise<number>): Promise<void> {
    if (!session.may("officer")) return;
    const count = await ask().catch(() => 0);
    this.waiting = { ...this.waiting, [page]: count };
  }

  private waitingWords(page: PageName, count: number): string {
    if (page === "holds") return msg(str`${count} đề nghị giữ chờ bạn duyệt`);
    return page === "requests" ? msg(str`${count} yêu cầu chờ bạn duyệt`) : msg(str`${count} hộ đang chờ`);
  }

  private badge(count: number, words: string) {
    if (!count) return nothing;
    return html`<span class="chip wait count"><span aria-hidden="true">${count}</span><span class="unseen">${words}</span></span>`;
  }

  private link(entry: Entry, short = false) {
    const here = entry.page === this.page || entry.parts?.includes(this.page);
    const waiting = this.waiting[entry.page] ?? 0;
    return html`<li>
      <a href=${entry.path} aria-current=${here ? "page" : nothing} @click=${() => this.more.close()}>
        ${icon(entry.icon, "", 22)}<span>${(short && entry.short?.()) || entry.name()}</span>
        ${this.badge(waiting, this.waitingWords(entry.page, waiting))}
      </a>
    </li>`;
  }

  override render() {
    const entries = ENTRIES.filter((entry) => session.may(entry.role));
    const rest = entries.slice(AT_FOOT);
    const more = rest.reduce((sum, { page }) => sum + (this.waiting[page] ?? 0), 0);
    return html`<nav class="side" aria-label=${msg("Các trang")}><ul>${entries.map((entry) => this.link(entry))}</ul></nav>
      <nav class="foot" aria-label=${msg("Các trang")}>
        <ul>
          ${entries.slice(0, AT_FOOT).map((entry) => this.link(entry, true))}
          ${
            rest.length
              ? html`<li>
                  <button
                    aria-haspopup="dialog"
                    aria-current=${rest.some((entry) => entry.page === this.page || entry.parts?.includes(this.page)) ? "true" : nothing}
                    @click=${() => this.more.showModal()}
                  >
                    ${icon(mdiDotsHorizontal, "", 22)}<span>${msg("Thêm")}</span>${this.badge(more, msg(str`${more} việc đang chờ bạn`))}
                  </button>
                </li>`
              : nothing
          }
        </ul>
        <dialog aria-label=${msg("Các trang khác")} @click=${this.away}>
          <ul>
            ${rest.map((entry) => this.link(entry))}
          </ul>
        </dialog>
      </nav>`;
  }

  /** A tap beside the sheet closes it. */
  private away(event: Event): void {
    if (event.target === this.more) this.more.close();
  }
}
