import { Pool, type PoolClient } from 'pg';

type Release = (error?: unknown) => void;
type Taken = (error: Error | undefined, client: PoolClient | undefined, release: Release) => void;

/**
 * Takes a connection back once, however often it is given back: graphile-worker (0.18.0) gives its listening
 * connection back twice when it is dismissed while it begins to listen, and the second time would end the process.
 */
export class QueuePool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<PoolClient> | undefined {
    if (taken === undefined) return super.connect();
    // pg-pool gives nothing to give back with where it has no connection to give.
    super.connect((error, client, release?: Release) => taken(error, client, once(release)));
    return undefined;
  }
}

function once(release: Release | undefined): Release {
  let isReleased = release === undefined;
  return (error) => {
    if (isReleased) return;
    isReleased = true;
    release?.(error);
  };
}
