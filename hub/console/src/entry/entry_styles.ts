// The look of the pages before the login: one card in the middle.
import { css } from "lit";

export const entryStyles = css`
  .entry {
    max-width: 29rem;
    margin-inline: auto;
    padding: clamp(1.25rem, 4vw, 2.25rem);
  }
  .entry.wide {
    max-width: 40rem;
  }
  .entry > p {
    color: var(--mt-muted);
    margin: 0.4rem 0 1.5rem;
  }
  form,
  fieldset {
    display: grid;
    gap: 1.1rem;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-width: 0;
  }
  legend {
    font-weight: 600;
    font-size: 1.1rem;
    padding: 0;
    margin-bottom: 0.9rem;
  }
  button.primary {
    min-height: 3rem;
  }
  .note {
    display: flex;
    gap: 0.7rem;
    padding: 0.75rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-primary-soft);
    color: var(--mt-on-primary-soft);
    margin-bottom: 1.25rem;
  }
`;
