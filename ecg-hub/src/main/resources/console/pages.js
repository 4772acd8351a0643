import { html } from 'lit';
import { speakAlso } from './words.js';
import './elements/worklist/ecg-worklist.js';
import './elements/ecg-case.js';

/** Those who are shown exams: the centre's people, and site staff those of their clinics. */
const EXAMS = ['READ_EXAMS', 'READ_OWN_SITE'];
/** The centre's own people, whatever they do there. */
const CENTRE = ['READ_EXAMS', 'DISPATCH', 'ADMINISTER', 'READ_AUDIT'];

/**
 * Every page of the console: its address, whose rights open it (any of `rights`; everybody's when it has none), whether the menu names it (as `nav.NAME`), and its element.
 * `load` fetches what only that page needs; `bare` is for a page without the bar above. The console gives each page `it`: t, api, feed, sound, me, and the groups
 * of its address as `at`.
 */
export const PAGES = [
  {
    name: 'worklist',
    path: /^#\/$/,
    rights: EXAMS,
    menu: true,
    show: (it) => html`<ecg-worklist .t=${it.t} .api=${it.api} .feed=${it.feed} .sound=${it.sound} .me=${it.me}></ecg-worklist>`,
  },
  {
    name: 'register',
    path: /^#\/register$/,
    address: '#/register',
    rights: EXAMS,
    menu: true,
    load: () => import('./elements/register/ecg-register.js'),
    show: (it) => html`<ecg-register .t=${it.t} .api=${it.api} .me=${it.me}></ecg-register>`,
  },
  {
    name: 'register-line',
    path: /^#\/register\/([0-9a-f-]{36})$/,
    rights: EXAMS,
    load: () => import('./elements/register/ecg-register-line.js'),
    show: (it) => html`<ecg-register-line .t=${it.t} .api=${it.api} .me=${it.me} .caseId=${it.at[0]}></ecg-register-line>`,
  },
  {
    name: 'exam',
    path: /^#\/exam\/([0-9a-f-]{36})$/,
    rights: EXAMS,
    show: (it) => html`<ecg-case .t=${it.t} .api=${it.api} .feed=${it.feed} .me=${it.me} .examId=${it.at[0]}></ecg-case>`,
  },
  {
    name: 'phone',
    path: /^#\/phone\/([0-9a-f-]{36})$/,
    rights: ['READ_EXAMS'],
    bare: true,
    load: () => import('./elements/phone/ecg-phone.js'),
    show: (it) => html`<ecg-phone .t=${it.t} .api=${it.api} .feed=${it.feed} .me=${it.me} .examId=${it.at[0]}></ecg-phone>`,
  },
  {
    name: 'dispatch',
    path: /^#\/dispatch$/,
    address: '#/dispatch',
    rights: ['DISPATCH'],
    menu: true,
    load: () => import('./elements/dispatch/ecg-dispatch.js'),
    show: (it) => html`<ecg-dispatch .t=${it.t} .api=${it.api} .feed=${it.feed} .sound=${it.sound}></ecg-dispatch>`,
  },
  {
    name: 'telephone',
    path: /^#\/telephone$/,
    address: '#/telephone',
    rights: ['HANDLE_CASES'],
    menu: true,
    load: () => import('./elements/dispatch/ecg-telephone.js'),
    show: (it) => html`<ecg-telephone .t=${it.t} .api=${it.api} .feed=${it.feed} .me=${it.me}></ecg-telephone>`,
  },
  {
    name: 'deliveries',
    path: /^#\/deliveries$/,
    address: '#/deliveries',
    rights: ['ADMINISTER'],
    menu: true,
    load: () => import('./elements/dispatch/ecg-deliveries.js'),
    show: (it) => html`<ecg-deliveries .t=${it.t} .api=${it.api} .feed=${it.feed}></ecg-deliveries>`,
  },
  {
    name: 'signature',
    path: /^#\/signature$/,
    address: '#/signature',
    rights: ['ADMINISTER'],
    menu: true,
    load: () => import('./elements/dispatch/ecg-signature.js'),
    show: (it) => html`<ecg-signature .t=${it.t} .api=${it.api}></ecg-signature>`,
  },
  {
    name: 'roster',
    path: /^#\/roster$/,
    address: '#/roster',
    rights: CENTRE,
    menu: true,
    load: () => import('./elements/roster/ecg-roster.js'),
    show: (it) => html`<ecg-roster .t=${it.t} .api=${it.api}></ecg-roster>`,
  },
  {
    name: 'channels',
    path: /^#\/channels$/,
    address: '#/channels',
    rights: CENTRE,
    menu: true,
    load: () => import('./elements/paging/ecg-channels.js'),
    show: (it) => html`<ecg-channels .t=${it.t} .api=${it.api}></ecg-channels>`,
  },
  {
    name: 'drill',
    path: /^#\/drill$/,
    address: '#/drill',
    rights: ['READ_EXAMS'],
    menu: true,
    load: () => import('./elements/paging/ecg-drill.js'),
    show: (it) => html`<ecg-drill .t=${it.t} .api=${it.api} .feed=${it.feed}></ecg-drill>`,
  },
  {
    name: 'audit',
    path: /^#\/audit$/,
    address: '#/audit',
    rights: ['READ_AUDIT'],
    menu: true,
    load: () => import('./elements/audit/ecg-audit.js'),
    show: (it) => html`<ecg-audit .t=${it.t} .api=${it.api}></ecg-audit>`,
  },
  {
    name: 'people',
    path: /^#\/people$/,
    address: '#/people',
    rights: ['ADMINISTER'],
    menu: true,
    load: () => speakAlso('people').then(() => import('./elements/people/ecg-people.js')),
    show: (it) => html`<ecg-people .t=${it.t} .api=${it.api}></ecg-people>`,
  },
  {
    // Everybody's, and all that is open to those who must have a second factor first; the bar above names it.
    name: 'account',
    path: /^#\/account$/,
    address: '#/account',
    load: () => import('./elements/account/ecg-account.js'),
    show: (it) => html`<ecg-account .t=${it.t} .api=${it.api} .me=${it.me}></ecg-account>`,
  },
  {
    name: 'agreement',
    path: /^#\/agreement$/,
    address: '#/agreement',
    rights: ['READ_EXAMS'],
    menu: true,
    load: () => speakAlso('agreement').then(() => import('./elements/report/ecg-agreement.js')),
    show: (it) => html`<ecg-agreement .t=${it.t} .api=${it.api}></ecg-agreement>`,
  },
  {
    name: 'keys',
    path: /^#\/keys$/,
    load: () => speakAlso('keyboard').then(() => import('./elements/settings/ecg-key-settings.js')),
    show: (it) => html`<ecg-key-settings .t=${it.t} .me=${it.me}></ecg-key-settings>`,
  },
];

const START = '#/';

const may = (page, rights) => !page.rights || page.rights.some((right) => rights.includes(right));

/** The page of this address for this person and the groups of the address; the first page they may open when there is none. */
export function pageAt(hash, rights) {
  const open = PAGES.filter((page) => may(page, rights));
  for (const page of open) {
    const found = page.path.exec(hash || START);
    if (found) {
      return { page, at: found.slice(1) };
    }
  }
  return { page: open.find((page) => page.menu) ?? open[0], at: [] };
}

/** The pages that the menu names for this person. */
export function menu(rights) {
  return PAGES.filter((page) => page.menu && may(page, rights));
}

/** The address of a page of the menu. */
export const address = (page) => page.address ?? START;
