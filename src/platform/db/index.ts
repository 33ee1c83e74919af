export type { Db, Scope, Tx } from './transaction.ts';
export { DatabaseUnavailable } from './faults.ts';
export { connect, openPool } from './connect.ts';
export type { ConnectOptions } from './connect.ts';
export { openDatabase } from './open.ts';
export type { DatabasePlace, OpenDatabase, OpenOptions } from './open.ts';
export type { Addresses } from './roles.ts';
export { asOwner } from './setup.ts';
