// The look of an invitation: the code on white paper, whatever the scheme.
import { css } from "lit";

export const inviteStyles = css`
  .make {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.9rem 1rem;
    align-items: start;
  }
  .make button {
    margin-top: 1.75rem;
  }
  .make .wrong {
    grid-column: 1 / -1;
  }
  .made {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 1.75rem;
    align-items: center;
    border: 2px solid var(--mt-primary);
  }
  .paper {
    padding: 0.9rem;
    border-radius: var(--mt-radius-small);
    background: #fff;
    color: #000;
    border: 1px solid var(--mt-line);
  }
  .paper .qr {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .link {
    padding: 0.7rem 0.9rem;
    border-radius: 10px;
    background: var(--mt-sunken);
    font-size: 0.85rem;
    user-select: all;
  }
  .deeds {
    text-align: right;
  }
  .deeds button {
    min-height: 2.25rem;
    margin-block: -0.3rem;
  }
  @media (max-width: 760px) {
    .made {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
    }
    .made .stack {
      width: 100%;
    }
    .make {
      grid-template-columns: minmax(0, 1fr);
    }
    .make button {
      margin: 0;
    }
    .deeds {
      text-align: left;
      margin-left: -0.7rem;
    }
    .deeds:empty {
      display: none;
    }
  }
`;
