// How the timeline is laid out: player and list beside one another where there is room, else one above the other.
import { css } from "lit";

export const timelineStyles = css`
  .cameras {
    display: flex;
    gap: 0.5rem;
    overflow-x: auto;
    padding: 3px;
    margin: -3px -3px 0.4rem;
    scrollbar-width: none;
  }
  .choice {
    flex: none;
    min-height: 2.5rem;
    border-radius: 99px;
    border-color: var(--mt-line);
    font-weight: 500;
  }
  .choice.small {
    min-height: 2.25rem;
    padding: 0.2rem 0.8rem;
    font-size: 0.85rem;
  }
  .choice[aria-pressed="true"] {
    background: var(--mt-primary);
    border-color: var(--mt-primary);
    color: var(--mt-on-primary);
  }
  .days {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    margin-bottom: 0.6rem;
  }
  .days h1 {
    font-size: 1.15rem;
    min-width: 0;
  }
  .days .quiet {
    padding: 0;
    min-width: 2.75rem;
  }
  .days input {
    width: auto;
    margin-inline-start: auto;
    color-scheme: inherit;
  }
  .strip {
    padding: 0.75rem 0.9rem 0.3rem;
    margin-bottom: 1rem;
    position: relative;
  }
  .early {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 0.4rem;
    font-size: 0.9rem;
    border-top: 1px solid var(--mt-line);
    margin-top: 0.2rem;
  }
  .tools {
    display: flex;
    align-items: center;
    margin-top: 0.15rem;
    flex-wrap: wrap;
  }
  .tools .quiet {
    min-width: 2.75rem;
    padding: 0;
  }
  .legend {
    margin-inline-start: auto;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1.7fr) minmax(20rem, 1fr);
    gap: 1rem;
    align-items: start;
  }
  .player,
  .clips {
    padding: 0;
    overflow: hidden;
  }
  .player .hint {
    padding: 2.5rem 1.25rem;
    text-align: center;
  }
  .clips {
    display: flex;
    flex-direction: column;
    height: min(70vh, 46rem);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
    padding: 0.6rem 0.75rem;
    border-bottom: 1px solid var(--mt-line);
  }
  .filters .whole {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  .filters .quiet {
    font-size: 0.85rem;
    min-height: 2.25rem;
  }
  mt-clip-list {
    flex: 1;
  }
  :host([narrow]) .parts {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([narrow]) .clips {
    height: 62vh;
  }
  :host([narrow]) .legend {
    margin: 0 0 0.4rem 0.4rem;
  }
  :host([narrow]) .days h1 {
    font-size: 1rem;
  }
  /* Only the calendar: the day stands beside it in words. */
  :host([narrow]) .days input {
    width: 3.1rem;
    padding-inline: 0.85rem;
    color: transparent;
  }
  :host([narrow]) .strip {
    padding-inline: 0.6rem;
  }
`;
