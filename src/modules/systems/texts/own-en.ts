import { addEn } from './own-add-en.ts';
import { changeEn } from './own-changes-en.ts';
import type { OwnTexts } from './own-sv.ts';
import { joinList } from '../../../platform/text/index.ts';
import { countingIn } from './counting.ts';

const { digits, plural, words } = countingIn('en');

/** Whole years that have gone in so many days. */
const years = (days: number): string => {
  const n = Math.floor(days / 365);
  return `${words(n)}\u00A0${n === 1 ? 'year' : 'years'}`;
};

const systems = (n: number): string => plural(n, 'system', 'systems');

export const ownEn: OwnTexts = {
  title: 'Your systems',
  systems,
  saved: 'Saved.',
  example: 'The systems are examples, not the municipality’s own facts.',
  nav: {
    label: 'Your systems',
    register: 'Your systems',
    views: 'Show by',
    care: 'To do',
    all: 'All systems',
    table: 'Fill in as a table',
    sheet: 'From a spreadsheet',
    batches: 'Changes',
    removed: 'Removed',
    areas: 'Area',
    suppliers: 'Supplier',
    units: 'Unit',
    flows: 'Flows',
    lacks: 'What is lacking',
    due: 'Confirm',
    claims: 'Suppliers say',
    plan: 'Yearly plan',
    processing: 'Personal data',
    policy: 'Who sees what',
    connections: 'Connections',
  },
  list: {
    summary: (all, lacking) =>
      all === 0
        ? 'You have not added any system yet.'
        : lacking === 0
          ? `${systems(all)}. Nothing is lacking.`
          : `${systems(all)}. ${lacking === 1 ? 'One needs' : `${digits(lacking)} need`} to be completed.`,
    add: 'Add systems',
    search: 'Search your systems',
    filters: 'Show',
    area: 'Area',
    supplier: 'Supplier',
    unit: 'Unit',
    status: 'Status',
    lack: 'Lacking',
    order: {
      namn: 'In alphabetical order',
      avtal: 'Contracts that end first',
      bekraftat: 'Longest since confirmed',
    },
    count: (from, to, of) => `${digits(from)}–${digits(to)} of ${digits(of)}`,
    caption: 'Your systems',
    choose: 'Choose',
    chooseOne: (name) => `Choose ${name}`,
    system: 'System',
    does: 'Area',
    whom: 'Ask',
    ends: 'Contract ends',
    notice: (day) => `give notice by ${day}`,
    noticeGone: (day) => `the day of notice was ${day}`,
    confirmed: 'Confirmed',
    nobody: 'Nobody named',
    noEnd: 'Not stated',
    noArea: 'Without area',
    lacking: (n) => plural(n, 'thing is lacking', 'things are lacking'),
    secret: 'Shown to you only',
    registeredBy: (name) => `Registered by ${name}`,
    several: 'Change several at once',
    chosen: 'Change those chosen',
    empty: 'No systems yet',
    emptyText:
      'Begin with the ten that work cannot do without. You need their names only; the rest can be filled in later.',
    noHits: 'No system matches what you search for',
    clear: 'Show all',
    begin: (names) =>
      names.length === 1
        ? `Begin with ${names[0]}, which needs most.`
        : `Begin with the ${words(names.length)} that need most: ${joinList(names, 'en')}.`,
    beginTo: 'Fill them in in the table',
  },
  ago: (days) =>
    days === 0
      ? 'today'
      : days === 1
        ? 'yesterday'
        : days < 365
          ? `${digits(days)}\u00A0days ago`
          : `more than ${years(days)} ago`,
  confidence: {
    byOwner: (days) =>
      days === 0
        ? 'Confirmed by the owner today'
        : days === 1
          ? 'Confirmed by the owner yesterday'
          : `Confirmed by the owner ${days < 365 ? `${digits(days)} days` : `more than ${years(days)}`} ago`,
    confirmed: 'The facts are fresh',
    ageing: 'The facts are growing old',
    stale: 'The facts are old',
  },
  one: {
    group: 'Change',
    fill: 'Fill in',
    nothing: 'Nothing filled in yet',
    shownTo: (who) => `Shown ${who}`,
    partlyShown: (all, some) => `${all}, some of it ${some}`,
    ask: 'Are the facts still right?',
    askText: 'Go through them once a year. It takes a minute.',
    confirm: 'Yes, all is right',
    others: 'See who else has it',
    wrongProduct: 'Is it another product?',
    changeProduct: 'Change product',
    product: 'Product',
    supplier: 'Supplier',
    does: 'Functions',
    members: 'Registered for',
    lacks: 'This is lacking',
    flows: 'Flows to and from',
    noFlows: 'No flows are described.',
    flow: (what, frequency) => `${what}, ${frequency}`,
    through: (name) => `through ${name}`,
    addFlow: 'Add a flow',
    direction: 'Direction',
    to: 'Data go from here to',
    from: 'Data come here from',
    other: 'The other system',
    chooseOther: 'Choose a system',
    what: 'What is carried over',
    whatHelp: 'Such as pupils and classes.',
    how: 'Through which interface',
    noInterface: 'Do not know, or none in the catalogue',
    often: 'How often',
    saveFlow: 'Save the flow',
    removeFlow: 'Remove',
    removeFlowOf: (name) => `Remove the flow with ${name}`,
    history: 'History',
    remove: 'Remove the system',
    removeText:
      'The system goes from your lists and for everybody else. It can be restored with all that it held.',
    secret: 'Who sees that you have it',
    secretOn: 'Only you see that you have this system.',
    secretOff:
      'Others in the public sector see that you have it, and the facts that you have chosen to show.',
    hide: 'Show it to us only',
    show: 'Show it to others again',
    policy: 'Choose who sees what',
    removed: (name) => `${name} is removed.`,
    restored: 'The system is restored.',
    confirmedNow: 'Thank you. The facts are confirmed today.',
    joint: (name) => `${name} has registered this for you. They change it.`,
  },
  product: {
    title: (name) => `Change the product of ${name}`,
    lede: 'Where the system is registered as the wrong product, or has gone over to another. All else that is said of the system stays, and the change can be undone.',
    choose: 'Change',
    chooseName: (name) => `Change to ${name}`,
    changed: (name) => `The product is now ${name}. Check that version and contract are still right.`,
    stale: 'Somebody has changed the system since you opened the page. See what stands now and choose again.',
  },
  frequencies: {
    live: 'at once',
    hourly: 'every hour',
    daily: 'every day',
    weekly: 'every week',
    'by-hand': 'by hand',
  },
  flowFaults: {
    other: 'Choose the other system.',
    what: 'Write what is carried over.',
  },
  audiences: {
    'public-sector': 'to the whole public sector',
    municipalities: 'to municipalities and joint boards',
    networks: 'to those you share a network with',
    own: 'to you only',
  },
  history: {
    made: 'Added the system',
    changed: (fields) => `Changed ${fields}`,
    confirmed: 'Confirmed that all is right',
    removed: 'Removed the system',
    restored: 'Restored the system',
    fromTo: (field, from, to) => `${field}: ${from} became ${to}`,
    empty: 'nothing',
    other: { product: 'Product', secret: 'Who sees the system', members: 'Members', flow: 'Flow' },
    seen: { own: 'only you', others: 'others too' },
    flow: (from, to, what) => `${from} → ${to}: ${what}`,
    flowMade: 'Described a flow',
    flowDropped: 'Removed a flow',
    somebody: 'Somebody who no longer has a role',
    kommons: 'Kommons',
    more: 'The whole history',
  },
  form: {
    title: (name) => `Change ${name}`,
    groups: 'Parts',
    save: 'Save',
    saveNext: (group) => `Save and go on to “${group}”`,
    unknown: 'Do not know',
    lines: 'Write one on each line.',
    members: 'Registered for',
    otherEdition: 'From another edition',
    membersHelp: 'The members see it among their own systems, but do not change it.',
    noUnits: 'You have no units yet. They are added under Settings.',
    conflict: (value) =>
      value === ''
        ? 'Somebody has emptied this since you opened the page. Write what is to hold and save again.'
        : `Somebody has written “${value}” here since you opened the page. Write what is to hold and save again.`,
  },
  faults: {
    'too-long': (longest) => `Write ${digits(longest)} characters at most.`,
    'no-day': 'Write a day that exists, such as 31 12 2027.',
    'no-number': 'Write with whole figures, such as 120 000.',
    'out-of-range': (least, most) => `Write a number from ${digits(least)} to ${digits(most)}.`,
    'no-option': 'Choose one of the options.',
    'too-many': (most) => `Write ${digits(most)} at most.`,
    'one-value': 'Write one thing only.',
    'unknown-name': (name) =>
      `We do not find “${name}”, or find several. Check the spelling or choose in the list.`,
    'no-email': 'Write an e-mail address, such as it@kommun.se.',
  },
  policy: {
    title: 'Who sees what',
    lede: 'You decide for each fact. Suppliers never see what you use, whatever you choose here.',
    choice: {
      'public-sector': 'The whole public sector',
      municipalities: 'Municipalities and joint boards',
      networks: 'Those you share a network with',
      own: 'You only',
    },
    ceilings: {
      'public-sector': '',
      municipalities: 'Shown at most to municipalities and joint bodies.',
      own: 'Facts of security are never shown to others. They may help whoever means you harm.',
    },
    always: 'Never shown to others.',
    near: 'Those you share a network with are the organisations that are in the same network as you, such as a joint project.',
    save: 'Save who sees what',
    saved: 'Saved. It holds from now on.',
    standard: 'Usual choice',
    reset: 'Put everything back to the usual choice',
    caption: 'Choose for each fact',
    field: 'Fact',
    who: 'Who sees it',
  },
  ...addEn,
  ...changeEn,
};
