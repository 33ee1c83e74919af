/** Addresses that other modules answer, so that lower ones can lead there with `link`. */
export const publicSite = { path: '/k/:organisation' } as const;

/** A person's own cases on the public site, staff's day at work, and where a municipality is chosen. */
export const ownCases = { path: '/k/:organisation/mina-arenden' } as const;
export const workplace = { path: '/arbete/:organisation' } as const;
/** How the register of IT systems and other systems tell each other. */
export const connectionsPage = { path: '/arbete/:organisation/system/kopplingar' } as const;
export const municipalitiesPage = { path: '/kommuner' } as const;

/** The pages on which an administrator looks after the organisation. */
export const settingsPages = {
  looks: { path: '/arbete/:organisation/installningar/utseende' },
  units: { path: '/arbete/:organisation/installningar/enheter' },
  roles: { path: '/arbete/:organisation/installningar/roller' },
  programs: { path: '/arbete/:organisation/installningar/program' },
} as const;
export type SettingsPage = keyof typeof settingsPages;
