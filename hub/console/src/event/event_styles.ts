// The event page's look: picture beside facts on a wide screen, above them on a phone.
import { css } from "lit";

export const eventStyles = css`
  .back {
    margin: -0.4rem 0 0.6rem -0.7rem;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1.9fr) minmax(23rem, 1fr);
    gap: 1.25rem;
    align-items: start;
  }
  .stack {
    grid-template-columns: minmax(0, 1fr);
  }
  .media {
    border-radius: var(--mt-radius);
    overflow: hidden;
    background: #0a1212;
    box-shadow: var(--mt-shadow);
  }
  .media > * {
    max-height: 76vh;
    width: 100%;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
  }
  .controls > :last-child:not(:first-child) {
    margin-left: auto;
  }
  .views {
    display: flex;
    padding: 3px;
    gap: 2px;
    border-radius: 12px;
    background: var(--mt-sunken);
  }
  .views button {
    border: 0;
    background: none;
    min-height: 2.5rem;
    color: var(--mt-muted);
  }
  .views button[aria-pressed="true"] {
    background: var(--mt-surface);
    color: var(--mt-text);
    box-shadow: var(--mt-shadow);
  }
  .frames {
    display: flex;
    align-items: center;
    gap: 0.55rem;
    margin: 0;
    font-weight: 400;
  }
  .card h2 {
    margin-bottom: 0.9rem;
  }
  .card .row h2 {
    margin: 0;
  }
  .between {
    justify-content: space-between;
    margin-bottom: 0.9rem;
  }
  .card dl.facts {
    grid-template-columns: minmax(6rem, max-content) 1fr;
    column-gap: 0.9rem;
    font-size: 0.95rem;
  }
  .card dl.facts + a {
    display: inline-block;
    margin-top: 0.9rem;
    font-weight: 600;
    font-size: 0.925rem;
  }
  .around .row {
    justify-content: space-between;
    margin-bottom: 0.9rem;
  }
  .around .steps {
    margin: 0;
    gap: 0.4rem;
  }
  .around .button {
    padding: 0;
    width: 2.75rem;
  }
  .button.off {
    opacity: 0.35;
    cursor: default;
  }
  .score {
    display: inline-flex;
    align-items: center;
    gap: 0.7rem;
  }
  .score {
    white-space: nowrap;
  }
  .score svg {
    width: 5rem;
    height: 6px;
  }
  .whole {
    fill: var(--mt-sunken);
  }
  .part {
    fill: var(--mt-primary);
  }
  .sure .icon {
    color: var(--mt-live);
    margin-right: 0.35rem;
  }
  .lookers li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1rem 1rem;
    padding: 0.5rem 0;
    border-bottom: 1px solid var(--mt-line);
    font-size: 0.925rem;
  }
  .lookers li:last-child {
    border: 0;
    padding-bottom: 0;
  }
  @media (max-width: 1080px) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 640px) {
    .media {
      margin-inline: -1rem;
      border-radius: 0;
    }
  }
`;
