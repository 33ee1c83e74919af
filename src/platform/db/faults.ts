/** What the message of `DatabaseUnavailable` says, as the queue keeps it. */
export const unreachable = 'The database cannot be reached';

/**
 * The database cannot be reached right now, or was lost under way. `unknown` outcome: the commit
 * was sent and its answer never came, so a repeat needs the same idempotency key.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly outcome: 'nothing-done' | 'unknown';
  constructor(outcome: 'nothing-done' | 'unknown', cause: unknown) {
    super(unreachable, { cause });
    this.outcome = outcome;
  }
}

// Class 08: connection; 57P01-57P05: the server ends or starts; 53300: no connection left.
const lostCodes =
  /^(?:08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
// The driver gives these no code.
const lostMessages =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error|connection ended/i;

/** Whether an error means that the connection or the server is gone, rather than the statement wrong. */
export function isConnectionLoss(error: unknown): boolean {
  return lostCodes.test(codeOf(error)) || (codeOf(error) === '' && lostMessages.test(messageOf(error)));
}

/**
 * Whether the same work may succeed if done again from the start: serialization failure (40001),
 * deadlock (40P01), or a prepared plan that a migration made stale (0A000).
 */
export function isWorthRepeating(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01' || (code === '0A000' && /cached plan/.test(messageOf(error)));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
