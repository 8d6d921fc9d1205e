// What all pages share: type, buttons, fields, cards, chips, tables, skeletons.
import { css } from "lit";

const base = css`
  :host {
    display: block;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol.plain {
    list-style: none;
  }
  h1 {
    font-size: clamp(1.35rem, 1.1rem + 1vw, 1.75rem);
    line-height: 1.25;
    letter-spacing: -0.015em;
    font-weight: 700;
  }
  h2 {
    font-size: 1.1rem;
    line-height: 1.35;
    font-weight: 600;
  }
  h3 {
    font-size: 1rem;
    font-weight: 600;
  }
  a {
    color: var(--mt-primary);
    text-underline-offset: 0.18em;
  }
  .icon {
    flex: none;
    vertical-align: -0.25em;
  }
  .muted {
    color: var(--mt-muted);
  }
  .small {
    font-size: 0.875rem;
  }
  .mono {
    font-family: var(--mt-mono);
    overflow-wrap: anywhere;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--mt-primary);
    outline-offset: 2px;
    border-radius: 6px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
    margin-bottom: 1.25rem;
  }
  .head > div:first-child:not(.row) {
    flex: 1 1 18rem;
  }
  .head p {
    color: var(--mt-muted);
    margin-top: 0.25rem;
    max-width: 62ch;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
  }
  .stack {
    display: grid;
    gap: 1rem;
  }
`;

const buttons = css`
  button,
  .button {
    font: inherit;
    font-weight: 600;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.75rem;
    padding: 0.45rem 1.05rem;
    border-radius: 10px;
    border: 1px solid var(--mt-line-strong);
    background: var(--mt-surface);
    color: var(--mt-text);
    cursor: pointer;
    text-decoration: none;
    transition: background-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--mt-sunken);
  }
  button.primary,
  .button.primary {
    background: var(--mt-primary);
    border-color: var(--mt-primary);
    color: var(--mt-on-primary);
  }
  button.primary:hover,
  .button.primary:hover {
    background: var(--mt-primary-hover);
  }
  button.danger {
    background: var(--mt-danger-fill);
    border-color: var(--mt-danger-fill);
    color: #fff;
  }
  button.danger:hover {
    filter: brightness(0.92);
  }
  button.danger.outline {
    background: var(--mt-surface);
    border-color: currentColor;
    color: var(--mt-danger);
  }
  button.danger.outline:hover {
    background: var(--mt-danger-soft);
    filter: none;
  }
  button.quiet,
  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--mt-primary);
    padding-inline: 0.7rem;
  }
  button.quiet:hover,
  .button.quiet:hover {
    background: var(--mt-primary-soft);
  }
  button[aria-disabled="true"],
  button:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;

const fields = css`
  label,
  .label {
    display: block;
    font-weight: 600;
    font-size: 0.925rem;
    margin-bottom: 0.3rem;
  }
  input,
  select,
  textarea {
    font: inherit;
    width: 100%;
    min-height: 2.75rem;
    padding: 0.5rem 0.8rem;
    color: var(--mt-text);
    background: var(--mt-surface);
    border: 1px solid var(--mt-line-strong);
    border-radius: 10px;
  }
  textarea {
    min-height: 5rem;
    max-height: 30rem;
    field-sizing: content;
    resize: vertical;
    line-height: 1.5;
  }
  input[type="checkbox"] {
    width: 1.35rem;
    height: 1.35rem;
    min-height: 0;
    accent-color: var(--mt-primary);
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
    border-radius: 10px;
  }
  [aria-invalid="true"] {
    border-color: var(--mt-danger);
    border-width: 2px;
  }
  .hint {
    font-size: 0.85rem;
    color: var(--mt-muted);
    margin-top: 0.3rem;
  }
  .wrong {
    display: flex;
    gap: 0.6rem;
    align-items: flex-start;
    padding: 0.75rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-danger-soft);
    color: var(--mt-danger);
    font-weight: 600;
  }
`;

const cards = css`
  .card {
    background: var(--mt-surface);
    border: 1px solid var(--mt-line);
    border-radius: var(--mt-radius);
    box-shadow: var(--mt-shadow);
    padding: 1.15rem 1.25rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
    padding: 0.12rem 0.6rem;
    border-radius: 99px;
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.5;
    background: var(--mt-sunken);
    color: var(--mt-text);
    white-space: nowrap;
  }
  .chip.live {
    background: var(--mt-live-soft);
    color: var(--mt-live);
  }
  .chip.bad {
    background: var(--mt-danger-soft);
    color: var(--mt-danger);
  }
  .chip.wait {
    background: var(--mt-gold-soft);
    color: var(--mt-gold);
  }
  .chip.night {
    background: var(--mt-night-soft);
    color: var(--mt-night);
  }
  .chip.main {
    background: var(--mt-primary-soft);
    color: var(--mt-on-primary-soft);
  }
  dl.facts {
    display: grid;
    grid-template-columns: minmax(8.5rem, max-content) 1fr;
    gap: 0.55rem 1.25rem;
  }
  dl.facts dt {
    color: var(--mt-muted);
  }
  dl.facts dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .table {
    overflow-x: auto;
    padding: 0;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    padding: 0.75rem 1.1rem;
    border-bottom: 1px solid var(--mt-line);
    vertical-align: top;
  }
  tr:last-child td {
    border-bottom: 0;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--mt-muted);
    white-space: nowrap;
  }
  @media (max-width: 640px) {
    dl.facts {
      grid-template-columns: 1fr;
      gap: 0.1rem;
    }
    dl.facts dd {
      margin-bottom: 0.6rem;
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      padding: 0.8rem 1.1rem;
      border-bottom: 1px solid var(--mt-line);
    }
    tr:last-child {
      border-bottom: 0;
    }
    td {
      border: 0;
      padding: 0.12rem 0;
    }
  }
`;

const waiting = css`
  .skeleton {
    border-radius: var(--mt-radius);
    background: var(--mt-sunken);
    min-height: 4rem;
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .empty {
    display: grid;
    justify-items: center;
    text-align: center;
    gap: 0.75rem;
    padding: clamp(2rem, 6vw, 4.5rem) 1.5rem;
  }
  .empty .icon {
    color: var(--mt-primary);
  }
  .empty p {
    color: var(--mt-muted);
    max-width: 52ch;
  }
`;

export const styles = [base, buttons, fields, cards, waiting];
