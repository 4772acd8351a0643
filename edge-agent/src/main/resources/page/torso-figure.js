// Where the ten electrodes belong, on a man, a woman or a child; each lights up when it makes contact and blinks, once a
// second, when it does not.
import { LitElement, html, svg, css } from 'lit';
import { say } from '/words.js';

const PLACES = {
  RA: [28, 322], LA: [392, 322], RL: [164, 434], LL: [256, 434],
  V1: [186, 182], V2: [230, 182], V3: [247, 214], V4: [264, 246], V5: [299, 249], V6: [332, 241],
};
// IEC 60601-2-25 code 1 and code 2 (AHA): name and colours of the wire's plug.
const IEC = {
  RA: ['R', '#d3222e'], LA: ['L', '#f5c800'], RL: ['N', '#111111'], LL: ['F', '#1f8a4f'],
  V1: ['C1', '#d3222e'], V2: ['C2', '#f5c800'], V3: ['C3', '#1f8a4f'], V4: ['C4', '#7a4a1e'], V5: ['C5', '#111111'], V6: ['C6', '#6d2fa0'],
};
const AHA = {
  RA: ['RA', '#ffffff'], LA: ['LA', '#111111'], RL: ['RL', '#1f8a4f'], LL: ['LL', '#d3222e'],
  V1: ['V1', '#d3222e'], V2: ['V2', '#f5c800'], V3: ['V3', '#1f8a4f'], V4: ['V4', '#1c6fd1'], V5: ['V5', '#c65600'], V6: ['V6', '#6d2fa0'],
};
const DARK_TEXT = new Set(['#f5c800', '#ffffff']);

const BODY = {
  MAN: svg`<circle cx="210" cy="52" r="40"/>
    <path d="M192 88 L192 104 C150 110 118 112 100 140 C84 176 66 250 32 318 L58 334 C88 280 104 236 118 204 C124 250 124 290 122 340 L140 452 L200 452 L210 368 L220 452 L280 452 L298 340 C296 290 296 250 302 204 C316 236 332 280 362 334 L388 318 C354 250 336 176 320 140 C302 112 270 110 228 104 L228 88 Z"/>`,
  WOMAN: svg`<path d="M170 92 C160 20 260 20 250 92 Z"/><circle cx="210" cy="54" r="36"/>
    <path d="M196 86 L196 106 C154 112 124 118 108 144 C90 182 70 254 34 318 L58 334 C92 280 110 240 124 210 C132 244 138 262 134 290 C120 320 114 340 116 360 L138 452 L200 452 L210 378 L220 452 L282 452 L304 360 C306 340 300 320 286 290 C282 262 288 244 296 210 C310 240 328 280 362 334 L386 318 C350 254 330 182 312 144 C296 118 266 112 224 106 L224 86 Z"/>
    <path class="line" d="M146 200 C150 232 190 236 200 208 M220 208 C230 236 270 232 276 200"/>`,
  CHILD: svg`<circle cx="210" cy="58" r="50"/>
    <path d="M196 104 L196 116 C166 120 140 124 126 148 C104 190 74 262 34 318 L56 336 C94 288 118 250 134 222 C136 262 136 300 134 340 L148 452 L204 452 L210 376 L216 452 L272 452 L290 340 C290 300 300 262 304 222 C312 250 326 288 364 336 L386 318 C346 262 328 190 310 148 C292 124 254 120 224 116 L224 104 Z"/>`,
};

export class TorsoFigure extends LitElement {
  static properties = { on: { attribute: false }, doubt: { attribute: false }, body: { type: String }, aha: { type: Boolean }, live: { type: Boolean } };

  static styles = css`
    :host { display: block; min-height: 0; }
    svg { width: 100%; height: 100%; max-height: 480px; display: block; }
    .body { fill: var(--skin); stroke: var(--soft); stroke-width: 2; }
    .line { fill: none; }
    text { font-size: 18px; font-weight: 700; text-anchor: middle; dominant-baseline: central; font-family: inherit; }
    .ring { fill: none; stroke-width: 5; }
    .on .ring { stroke: var(--green); }
    .on.doubt .ring { stroke: var(--yellow); stroke-dasharray: 3 4; }
    .off .ring { stroke: var(--red); stroke-dasharray: 9 5; animation: blink 1s steps(1) infinite; }
    .tick { fill: none; stroke: var(--green); stroke-width: 5; }
    @keyframes blink { 50% { stroke: transparent; } }
    @media (prefers-reduced-motion: reduce) { .off .ring { animation: none; } }
  `;

  constructor() {
    super();
    this.on = [];
    this.doubt = [];
    this.body = 'MAN';
  }

  renderSite(site) {
    const [x, y] = PLACES[site];
    const [name, colour] = (this.aha ? AHA : IEC)[site];
    const state = !this.live ? '' : !this.on.includes(site) ? 'off' : this.doubt.includes(site) ? 'on doubt' : 'on';
    return svg`<g class=${state} data-site=${site} transform="translate(${x} ${y})">
      <circle class="ring" r="17"/><circle r="14" fill=${colour} stroke="#3a4742"/>
      <text fill=${DARK_TEXT.has(colour) ? '#14211d' : '#ffffff'}>${name}</text>
    </g>`;
  }

  render() {
    const off = this.live ? Object.keys(PLACES).filter((site) => !this.on.includes(site)) : [];
    const label = !this.live ? say('torso') : off.length ? say('torso.off', off.join(' ')) : say('torso.on');
    return html`<svg viewBox="0 0 420 460" role="img" aria-label=${label}>
      <g class="body" transform="translate(-25 0) scale(1.12 1)">${BODY[this.body]}</g>${Object.keys(PLACES).map((site) => this.renderSite(site))}
    </svg>`;
  }
}

customElements.define('torso-figure', TorsoFigure);
