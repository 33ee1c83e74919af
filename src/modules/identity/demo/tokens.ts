import { SignJWT, errors, jwtVerify } from 'jose';
import type { Keys } from '../keys.ts';
import type { TokenClaims } from '../token.ts';
import { findDemoPerson, type DemoPerson } from './people.ts';

const issuer = 'kommons-demo';
const life = 60 * 60;

/** A bearer token for a person of the demo world, good for an hour (JWT, HS256). Opens no database. */
export async function mintToken(person: DemoPerson, keys: Keys, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(issuer)
    .setSubject(person.key)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + life)
    .sign(keys.token);
}

/** Who a token is for; null for one that is not ours, is changed or has ended. */
export async function readToken(token: string, keys: Keys, now: Date): Promise<TokenClaims | null> {
  try {
    const { payload } = await jwtVerify(token, keys.token, {
      algorithms: ['HS256'],
      issuer,
      audience: issuer,
      currentDate: now,
      maxTokenAge: life,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    const person = findDemoPerson(payload.sub ?? '');
    if (person === null) return null;
    const { id, name, personalNumber, role, organisation } = person;
    return { person: id, name, personalNumber, role, organisation };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
