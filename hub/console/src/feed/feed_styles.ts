// The feed's own look: tools, days, the button of new ones; wider cards on a wall screen.
import { css } from "lit";

export const feedStyles = css`
  .tools select {
    width: auto;
    max-width: 16rem;
  }
  .keys {
    min-width: 2.75rem;
    padding-inline: 0.6rem;
  }
  .strip {
    margin-bottom: 1.25rem;
  }
  .day {
    display: flex;
    align-items: baseline;
    gap: 0.7rem;
    margin: 0 0 0.75rem;
  }
  section + section {
    margin-top: 2rem;
  }
  .held {
    position: sticky;
    top: 4.6rem;
    z-index: 10;
    display: grid;
    justify-items: center;
    height: 0;
  }
  .held button {
    height: 2.75rem;
    border-radius: 99px;
    box-shadow: var(--mt-shadow-high);
  }
  .tall {
    min-height: 15rem;
  }
  .more {
    display: grid;
    justify-content: center;
    margin-top: 2rem;
  }
  @media (max-width: 860px) {
    .tools {
      width: 100%;
    }
    .tools select {
      flex: 1;
      min-width: 0;
      max-width: none;
    }
    .keys {
      display: none;
    }
  }
  @media (min-width: 1700px) {
    .cards {
      grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
    }
  }
`;
