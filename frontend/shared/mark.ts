// The mark: an open eye under a roof.
import { html, type TemplateResult } from "lit";

export function mark(size = 36): TemplateResult {
  return html`<svg viewBox="0 0 256 256" width=${size} height=${size} aria-hidden="true" focusable="false">
    <rect width="256" height="256" rx="60" fill="#0b5a5d" />
    <path
      d="M48 101 128 45l80 56"
      fill="none"
      stroke="#ffd166"
      stroke-width="17"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
    <path d="M32 151c25-37 58-56 96-56s71 19 96 56c-25 37-58 56-96 56s-71-19-96-56Z" fill="#fff" />
    <circle cx="128" cy="151" r="41" fill="#0b5a5d" />
    <circle cx="128" cy="151" r="28" fill="#ffd166" />
    <circle cx="128" cy="151" r="15" fill="#072f31" />
    <circle cx="141" cy="139" r="7.5" fill="#fff" />
  </svg>`;
}
