// How the card is laid out: narrow enough for half a phone, wide enough for a wall.
import { css } from "lit";

export const cardStyles = css`
  :host {
    container-type: inline-size;
  }
  ha-card {
    display: grid;
    gap: 0.5rem;
    padding: 0.6rem 0.9rem 0.9rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .top {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    margin-inline-end: -0.5rem;
  }
  h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 1.15rem;
    font-weight: 500;
  }
  .top .quiet {
    padding: 0;
    min-width: 2.75rem;
  }
  .days {
    display: flex;
    align-items: center;
    font-size: 0.9rem;
    white-space: nowrap;
  }
  .player {
    position: relative;
    margin-inline: -0.9rem;
    --mt-radius: 0px;
  }
  .close {
    position: absolute;
    top: 0.5rem;
    right: 0.5rem;
    min-height: 2.75rem;
    width: 2.75rem;
    padding: 0;
    border: 0;
    border-radius: 99px;
    background: rgb(8 18 18 / 78%);
    color: #fff;
  }
  .close:hover {
    background: #000;
  }
  .strip {
    position: relative;
  }
  .said {
    padding: 1.5rem 0.5rem;
    text-align: center;
  }
  .skeleton {
    min-height: 7rem;
  }
  mt-clip-strip {
    margin-inline: -3px;
  }
  @container (max-width: 22rem) {
    .days span {
      max-width: 4.5rem;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .days .quiet {
      min-width: 2.25rem;
    }
  }
`;
