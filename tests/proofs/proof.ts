/** What a proof found, for people to read. */
export type Verdict = {
  /** What was tried, with how many. */
  readonly tried: string;
  /** What it showed, in figures. */
  readonly result: string;
  /** Everything that is wrong; empty when nothing is. */
  readonly findings: readonly string[];
};

export type ProofPlan = {
  readonly seed: number;
  /** How many kills, requests or rounds; the proof's own number unless given. */
  readonly runs: number | null;
  /** Told how far it has come, where it takes long. */
  readonly say: (line: string) => void;
};

export type Proof = {
  readonly name: string;
  /** The promise, in one sentence. */
  readonly promise: string;
  readonly run: (plan: ProofPlan) => Promise<Verdict>;
};
