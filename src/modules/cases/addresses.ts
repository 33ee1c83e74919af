/** Addresses that more than their own route must know: letters and pages lead to them. */
export const addresses = {
  ownCases: { path: '/k/:organisation/mina-arenden' },
  ownCase: { path: '/k/:organisation/mina-arenden/:case' },
  ownMessage: { path: '/k/:organisation/mina-arenden/:case/meddelande' },
  ownCompletion: { path: '/k/:organisation/mina-arenden/:case/komplettering/:completion' },
  ownFile: { path: '/k/:organisation/mina-arenden/:case/filer/:file' },
  ownReceipt: { path: '/k/:organisation/mina-arenden/:case/kvittens.pdf' },
  ownDecision: { path: '/k/:organisation/mina-arenden/:case/beslut.pdf' },
} as const;

/** The same for those at work. */
export const workAddresses = {
  today: { path: '/arbete/:organisation/idag' },
  cases: { path: '/arbete/:organisation/arenden' },
  takeNext: { path: '/arbete/:organisation/arenden/nasta' },
  give: { path: '/arbete/:organisation/arenden/fordela' },
  case: { path: '/arbete/:organisation/arenden/:case' },
  take: { path: '/arbete/:organisation/arenden/:case/ta' },
  assign: { path: '/arbete/:organisation/arenden/:case/handlaggare' },
  advance: { path: '/arbete/:organisation/arenden/:case/steg' },
  note: { path: '/arbete/:organisation/arenden/:case/anteckning' },
  message: { path: '/arbete/:organisation/arenden/:case/meddelande' },
  read: { path: '/arbete/:organisation/arenden/:case/meddelande/last' },
  completion: { path: '/arbete/:organisation/arenden/:case/komplettering' },
  draft: { path: '/arbete/:organisation/arenden/:case/beslut' },
  review: { path: '/arbete/:organisation/arenden/:case/beslut/granska' },
  decide: { path: '/arbete/:organisation/arenden/:case/beslut/skicka' },
  close: { path: '/arbete/:organisation/arenden/:case/avsluta' },
  file: { path: '/arbete/:organisation/arenden/:case/filer/:file' },
  receipt: { path: '/arbete/:organisation/arenden/:case/kvittens.pdf' },
  decision: { path: '/arbete/:organisation/arenden/:case/beslut.pdf' },
} as const;
