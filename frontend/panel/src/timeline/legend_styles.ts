// The colours of the day's bar, as the legend shows them.
import { css } from "lit";

export const legendStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1rem;
    font-size: 0.82rem;
  }
  .legend i {
    display: inline-block;
    width: 0.8rem;
    height: 0.8rem;
    border-radius: 3px;
    margin-inline-end: 0.35rem;
    vertical-align: -0.08em;
  }
  .legend .mark {
    background: var(--mt-mark);
  }
  .legend .recorded {
    background: var(--mt-primary);
  }
  .legend .watched {
    background: var(--mt-live-soft);
    outline: 1px solid var(--mt-live);
    outline-offset: -1px;
  }
  .legend .absent {
    background: linear-gradient(var(--mt-danger-soft) 70%, var(--mt-danger) 70%);
  }
  .legend .off {
    background: var(--mt-sunken);
    outline: 1px solid var(--mt-line-strong);
    outline-offset: -1px;
  }
`;
