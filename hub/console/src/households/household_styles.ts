// The look of a household that waits: the six digits are what matters.
import { css } from "lit";

export const householdStyles = css`
  .waiting {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.75rem 2rem;
    border: 2px solid var(--mt-gold);
  }
  .waiting h2 {
    margin-top: 0.5rem;
    font-size: 1.25rem;
  }
  .code {
    text-align: center;
    padding: 0.6rem 1.4rem 0.8rem;
    border-radius: var(--mt-radius-small);
    background: var(--mt-gold-soft);
    grid-row: span 2;
    align-self: center;
  }
  .code .label {
    margin: 0;
    color: var(--mt-gold);
  }
  .digits {
    display: flex;
    justify-content: center;
    gap: 0.9rem;
    font: 700 clamp(2.2rem, 7vw, 3.1rem) / 1.15 var(--mt-mono);
    letter-spacing: 0.08em;
    font-variant-numeric: tabular-nums;
  }
  .explain {
    max-width: 62ch;
  }
  .waiting .row {
    grid-column: 1 / -1;
  }
  @media (max-width: 760px) {
    .waiting {
      grid-template-columns: minmax(0, 1fr);
    }
    .code {
      grid-row: auto;
      align-self: auto;
    }
    .waiting .row > * {
      width: 100%;
    }
  }
`;
