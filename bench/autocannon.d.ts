declare module 'autocannon' {
  export type Client = {
    readonly setRequests: (requests: readonly Request[]) => void;
    readonly on: (
      event: 'response',
      listener: (status: number, bytes: number, milliseconds: number) => void,
    ) => void;
  };

  export type Request = {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    /** Called before the client's own listeners. */
    readonly onResponse?: () => void;
  };

  export type Options = {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    /** Called for each connection when it is made. */
    readonly setupClient?: (client: Client) => void;
    /** What is not as it should be counts as a mismatch. */
    readonly verifyBody?: (body: string) => boolean;
  };

  export type Result = {
    readonly requests: { readonly average: number; readonly total: number };
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
    /** Bytes, headers included. */
    readonly throughput: { readonly total: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly mismatches: number;
    readonly '2xx': number;
    readonly '3xx': number;
  };

  export default function autocannon(options: Options): Promise<Result>;
}
