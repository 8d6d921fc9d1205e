// How an answer and a report are laid out: the clips beside the choices where there is room, else one above the other.
import { css } from "lit";

export const answeringStyles = css`
  .back {
    margin: -0.4rem 0 0.4rem -0.7rem;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(20rem, 1fr);
    gap: 1rem;
    align-items: start;
  }
  .column,
  .card.choices,
  .summary {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  dl.facts {
    grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr);
    gap: 0.45rem 1rem;
  }
  .reason {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .player {
    scroll-margin: 5rem;
    padding: 0;
    overflow: hidden;
  }
  .player .empty {
    padding: 2.5rem 1.25rem;
  }
  .player .facts {
    padding-bottom: 0.7rem;
  }
  fieldset {
    border: 1px solid var(--mt-line);
    border-radius: 10px;
    padding: 0 0 0.2rem;
    margin: 0;
    min-width: 0;
    overflow: hidden;
  }
  .box {
    display: flex;
    gap: 0.7rem;
    align-items: center;
    min-height: 2.9rem;
    margin: 0;
    cursor: pointer;
    font-weight: 500;
  }
  fieldset .box {
    padding: 0.45rem 0.8rem 0.55rem;
  }
  .box input {
    flex: none;
  }
  mt-clip-list {
    border-top: 1px solid var(--mt-line);
  }
  .summary {
    max-width: 44rem;
    margin-inline: auto;
    border: 2px solid var(--mt-primary);
  }
  .summary .sentence {
    font-size: 1.15rem;
    font-weight: 600;
  }
  .summary ul {
    list-style: disc;
    padding-inline-start: 1.2rem;
    display: grid;
    gap: 0.3rem;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  .deeds .primary {
    flex: 1;
  }
  h1 {
    outline: none;
  }
  :host([narrow]) .parts {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([narrow]) dl.facts {
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1rem;
  }
`;
