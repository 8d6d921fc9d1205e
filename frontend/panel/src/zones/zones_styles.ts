// How drawing and trying are laid out: beside one another where there is room.
import { css } from "lit";

export const zonesStyles = css`
  .cameras {
    display: flex;
    gap: 0.5rem;
    overflow-x: auto;
    padding: 3px;
    margin: -3px -3px 0.7rem;
    scrollbar-width: none;
  }
  .choice {
    flex: none;
    min-height: 2.5rem;
    border-radius: 99px;
    border-color: var(--mt-line);
    font-weight: 500;
  }
  .choice[aria-pressed="true"] {
    background: var(--mt-primary);
    border-color: var(--mt-primary);
    color: var(--mt-on-primary);
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1.8fr) minmax(19rem, 1fr);
    gap: 1rem;
    align-items: start;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-bottom: 0.6rem;
  }
  .tools button {
    padding-inline: 0.7rem;
    font-size: 0.9rem;
    min-height: 2.5rem;
  }
  .tools .gap {
    flex: 1;
  }
  .tools i {
    width: 0.8rem;
    height: 0.8rem;
    border-radius: 3px;
  }
  .tools i.include {
    background: #4fd18b;
  }
  .tools i.exclude {
    background: #ffb83d;
  }
  .tools i.privacy {
    background: #10201f;
    outline: 2px solid #ff8d84;
  }
  .chosen,
  .drawing > p {
    margin-top: 0.75rem;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.25rem;
    align-items: end;
  }
  .chosen p {
    flex: 1 1 14rem;
  }
  .chosen label {
    flex: 1 1 12rem;
  }
  section.card {
    display: grid;
    gap: 0.7rem;
    justify-items: start;
  }
  section.card > * {
    max-width: 100%;
  }
  mt-tuning,
  mt-rehearsal,
  .sliders {
    width: 100%;
    display: block;
  }
  .sliders label {
    margin-bottom: 0.8rem;
  }
  input[type="range"] {
    padding: 0;
    border: 0;
    background: none;
    min-height: 2.2rem;
    accent-color: var(--mt-primary);
    display: block;
  }
  output {
    float: inline-end;
    font-variant-numeric: tabular-nums;
  }
  .hint {
    font-weight: 400;
    margin: 0;
  }
  .save {
    position: sticky;
    bottom: calc(1rem + var(--mt-foot, 0px) + env(safe-area-inset-bottom));
    z-index: 4;
    display: flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: flex-end;
    margin-top: 1rem;
    padding: 0.6rem 0.75rem 0.6rem 1.1rem;
    border-radius: var(--mt-radius);
    background: var(--mt-raised);
    border: 1px solid var(--mt-line);
    box-shadow: var(--mt-shadow-high);
  }
  .save span {
    margin-inline-end: auto;
    font-weight: 600;
  }
  :host([narrow]) .parts {
    grid-template-columns: minmax(0, 1fr);
  }
`;
