// One Material Design icon, drawn from its path; decorative unless it is given a name.
import { html, nothing, svg, type TemplateResult } from "lit";

export function icon(path: string, name = "", size = 20): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="currentColor"
    role=${name ? "img" : nothing}
    aria-label=${name || nothing}
    aria-hidden=${name ? nothing : "true"}
    focusable="false"
  >
    ${svg`<path d=${path} />`}
  </svg>`;
}
