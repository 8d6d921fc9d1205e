// Home Assistant's colours under the names of our components. Colours that carry text are drawn towards the text's own
// colour, so that they are legible on every theme, light or dark.
import { css } from "lit";

export const theme = css`
  :host {
    --mt-ground: var(--primary-background-color);
    --mt-surface: var(--card-background-color, var(--ha-card-background, #fff));
    --mt-raised: var(--card-background-color, #fff);
    --mt-text: var(--primary-text-color);
    --mt-muted: color-mix(in oklab, var(--primary-text-color) 72%, var(--mt-surface));
    --mt-line: var(--divider-color);
    --mt-line-strong: color-mix(in oklab, var(--primary-text-color) 50%, var(--mt-surface));
    --mt-sunken: color-mix(in oklab, var(--primary-text-color) 9%, var(--mt-surface));
    --mt-primary: color-mix(in oklab, var(--primary-color) 55%, var(--primary-text-color));
    --mt-primary-hover: color-mix(in oklab, var(--primary-color) 40%, var(--primary-text-color));
    --mt-on-primary: var(--mt-surface);
    --mt-primary-soft: color-mix(in oklab, var(--primary-color) 16%, var(--mt-surface));
    --mt-on-primary-soft: color-mix(in oklab, var(--primary-color) 30%, var(--primary-text-color));
    --mt-gold: color-mix(in oklab, var(--warning-color, #ffa600) 45%, var(--primary-text-color));
    --mt-gold-soft: color-mix(in oklab, var(--warning-color, #ffa600) 18%, var(--mt-surface));
    --mt-mark: color-mix(in oklab, var(--warning-color, #ffa600) 85%, var(--primary-text-color));
    --mt-live: color-mix(in oklab, var(--success-color, #43a047) 50%, var(--primary-text-color));
    --mt-live-soft: color-mix(in oklab, var(--success-color, #43a047) 16%, var(--mt-surface));
    --mt-danger: color-mix(in oklab, var(--error-color, #db4437) 60%, var(--primary-text-color));
    --mt-danger-soft: color-mix(in oklab, var(--error-color, #db4437) 14%, var(--mt-surface));
    --mt-danger-fill: #b3261e;
    --mt-night: color-mix(in oklab, #6f74d8 55%, var(--primary-text-color));
    --mt-night-soft: color-mix(in oklab, #6f74d8 20%, var(--mt-surface));
    --mt-shadow: var(--ha-card-box-shadow, 0 1px 2px rgb(0 0 0 / 12%));
    --mt-shadow-high: 0 12px 40px rgb(0 0 0 / 35%);
    --mt-radius: 14px;
    --mt-font: var(--ha-font-family-body, Roboto, "Noto Sans", sans-serif);
    --mt-mono: var(--ha-font-family-code, ui-monospace, monospace);
    color: var(--mt-text);
    font-family: var(--mt-font);
    line-height: 1.45;
  }
`;
