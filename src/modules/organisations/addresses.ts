/** Addresses that other modules answer, so that lower ones can lead there with `link`. */
export const publicSite = { path: '/k/:organisation' } as const;

/** The pages on which an administrator looks after the organisation. */
export const settingsPages = {
  looks: { path: '/arbete/:organisation/installningar/utseende' },
  units: { path: '/arbete/:organisation/installningar/enheter' },
  roles: { path: '/arbete/:organisation/installningar/roller' },
} as const;
export type SettingsPage = keyof typeof settingsPages;
