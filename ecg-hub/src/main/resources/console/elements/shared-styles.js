import { css } from 'lit';

/** Controls and boxes as every element draws them. */
export const shared = css`
  :host { display: block; box-sizing: border-box; }
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h1, h2, h3 { margin: 0; line-height: 1.25; }
  h1 { font-size: 1.25rem; }
  h2 { font-size: 1rem; }
  h3 { font-size: 0.92rem; }
  button, select, input {
    font: inherit;
    color: var(--text);
    background: var(--panel);
    border: 1px solid var(--control-line);
    border-radius: 6px;
    min-height: var(--target, 32px);
    padding: 3px 10px;
  }
  button { cursor: pointer; }
  button:hover:not(:disabled) { border-color: var(--accent); }
  button:disabled { opacity: 0.6; cursor: default; }
  button.primary { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; }
  button.urgent { background: var(--red); color: var(--panel); border-color: var(--red); font-weight: 700; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .box { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; }
  .muted { color: var(--muted); }
  .chip {
    display: inline-block;
    border: 1px solid var(--control-line);
    border-radius: 999px;
    padding: 0 8px;
    font-size: 0.85rem;
    white-space: nowrap;
  }
  .chip.symptom, .chip.call { background: var(--amber-ground); color: var(--amber); border-color: var(--amber); font-weight: 600; }
  .chip.drill { background: var(--blue-ground); color: var(--blue); border-color: var(--blue); font-weight: 700; }
  .warning { background: var(--amber-ground); color: var(--amber); border-left: 5px solid var(--amber-mark); padding: 6px 10px; font-weight: 600; }
  .problem { background: var(--red-ground); color: var(--red); border-left: 6px solid var(--red); padding: 6px 10px; font-weight: 700; }
`;
