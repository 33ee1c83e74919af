/** What those who made it have said of what a variant rests on. */
export type Standing = {
  /** The upstream version under what runs, or under the newest of ours. */
  readonly recalled: {
    readonly organisation: string;
    readonly number: number;
    readonly at: Date;
    readonly reason: string;
    /** Whether it is what runs. */
    readonly running: boolean;
  } | null;
  /** The upstream is not looked after any more. */
  readonly withdrawn: { readonly organisation: string; readonly at: Date; readonly reason: string } | null;
};

export const inGoodStanding: Standing = { recalled: null, withdrawn: null };
