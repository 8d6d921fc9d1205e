// The look of a request while it is written: one question at a time, in the middle of the page.
import { css } from "lit";

export const requestStyles = css`
  :host {
    max-width: 46rem;
    margin-inline: auto;
  }
  .back {
    margin: -0.4rem 0 0.6rem -0.7rem;
  }
  form {
    display: grid;
    gap: 1.1rem;
    padding: clamp(1.1rem, 4vw, 2rem);
  }
  h1 {
    outline: none;
  }
  progress {
    width: 100%;
    height: 6px;
    margin-top: -0.7rem;
    accent-color: var(--mt-primary);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
    gap: 1rem;
  }
  .times {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1rem;
  }
  .says {
    padding: 0.75rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-primary-soft);
    color: var(--mt-on-primary-soft);
  }
  .missing {
    color: var(--mt-danger);
    font-weight: 600;
    font-size: 0.875rem;
    margin-top: 0.3rem;
  }
  .summary {
    display: grid;
    gap: 0.25rem;
  }
  .summary section {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 1rem;
    align-items: start;
    padding: 0.9rem 0;
    border-top: 1px solid var(--mt-line);
  }
  .summary h2 {
    font-size: 0.925rem;
    color: var(--mt-muted);
  }
  .summary p,
  .summary li {
    overflow-wrap: anywhere;
  }
  .reason {
    white-space: pre-wrap;
  }
  .deeds {
    justify-content: flex-end;
  }
  .deeds > :first-child:not(:last-child) {
    margin-right: auto;
  }
`;
