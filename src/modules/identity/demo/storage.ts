import type { Adapter, Payload } from 'oidc-provider';

type Kept = { readonly payload: Payload; readonly until: number };

/** What the local provider remembers, in memory, until it ends; a restart forgets it all. */
export function storage(now: () => Date): (kind: string) => Adapter {
  const kept = new Map<string, Kept>();
  const find = (key: string): Payload | undefined => {
    const found = kept.get(key);
    if (found !== undefined && found.until > now().getTime()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const forgetOld = (): void => {
    for (const [key, { until }] of kept) if (until <= now().getTime()) kept.delete(key);
  };
  return (kind) => ({
    upsert: async (id, payload, expiresIn) => {
      if (kept.size > 5000) forgetOld();
      kept.set(`${kind} ${id}`, { payload, until: now().getTime() + (expiresIn ?? 3600) * 1000 });
    },
    find: async (id) => find(`${kind} ${id}`),
    findByUid: async (uid) =>
      [...kept.values()].map(({ payload }) => payload).find((payload) => payload.uid === uid),
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const found = kept.get(`${kind} ${id}`);
      const payload = { ...found?.payload, consumed: Math.floor(now().getTime() / 1000) };
      if (found !== undefined) kept.set(`${kind} ${id}`, { ...found, payload });
    },
    destroy: async (id) => {
      kept.delete(`${kind} ${id}`);
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
