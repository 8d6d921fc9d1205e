import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { Page } from "../ui/page.js";
@customElement("mt-sharing")
export class P extends Page { override render() { return html`…`; } }
