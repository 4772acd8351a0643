// What the parts of the page have in common to the eye.
import { css } from 'lit';

export const look = css`
  :host { box-sizing: border-box; }
  button { font: inherit; min-height: 52px; padding: 0 16px; border-radius: 10px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
  button[aria-pressed=true] { background: var(--act); color: var(--on-act); border-color: var(--act); font-weight: 600; }
  button.main { background: var(--act); color: var(--on-act); border-color: var(--act); font-weight: 700; font-size: 26px; min-height: 76px; padding: 0 28px; }
  button.danger { background: var(--red); color: var(--on-red); border-color: var(--red); font-weight: 700; }
  button:disabled { background: var(--grey); color: var(--on-grey); border-color: var(--grey); cursor: not-allowed; }
  h2 { font-size: 22px; margin: 0 0 8px; }
  h3 { font-size: 20px; margin: 0 0 6px; }
  p { margin: 0 0 8px; }
  label { display: block; color: var(--soft); }
  input { font: inherit; font-size: 22px; width: 100%; min-height: 52px; box-sizing: border-box; padding: 4px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); }
  .row { display: flex; gap: 10px; flex-wrap: wrap; }
  .row > * { flex: 1; }
  .soft { color: var(--soft); }
  .warn { background: var(--warn-ground); color: var(--warn); padding: 8px 12px; border-radius: 8px; }
  :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
`;
