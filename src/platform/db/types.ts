import { types, type CustomTypesConfig } from 'pg';

const bigint = 20;
const date = 1082;

/** As the driver reads values, but `bigint` is a number and `date` stays the text YYYY-MM-DD. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === bigint) return readBigint;
    if (oid === date) return (text: string) => text;
    return format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid, 'text');
  },
};

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}
