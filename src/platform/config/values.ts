import { z } from 'zod';
import { settings } from './settings.ts';

const databaseUrl = z
  .url({
    protocol: /^postgres(?:ql)?$/,
    error: 'must be an address like postgresql://user:password@host/database',
  })
  .optional();

const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address like https://kommons.example.se' })
  .refine(
    (text) => new URL(text).pathname === '/' && !/[?#]/.test(text),
    'must be scheme and host only, without a path',
  )
  .transform((text) => new URL(text).origin)
  .optional();

const wholeNumber = (lowest: number, highest: number, fallback: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(lowest, `must be at least ${lowest}`)
    .max(highest, `must be at most ${highest}`)
    .default(fallback);

const key = z
  .string()
  .regex(/^[A-Za-z0-9+/_-]+=*$/, 'must be base64')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
  .refine((bytes) => bytes.length >= 32, 'must be at least 32 bytes: openssl rand -base64 32')
  .refine((bytes) => new Set(bytes).size >= 12, 'is no random key: openssl rand -base64 32')
  .optional();

/** Each setting by itself, well formed or refused. What belongs together is judged by the mode. */
export const values = z.object({
  KOMMONS_MODE: z.enum(['demo', 'production'], { error: 'must be demo or production' }).default('demo'),
  PORT: wholeNumber(0, 65_535, 4300),
  HOST: z.string().default('127.0.0.1'),
  KOMMONS_DATA: z.string().default('.data'),
  DATABASE_URL: databaseUrl,
  DATABASE_APP_URL: databaseUrl,
  DATABASE_JOBS_URL: databaseUrl,
  DATABASE_CONNECTIONS: wholeNumber(2, 500, 16),
  KOMMONS_ORIGIN: origin,
  KOMMONS_KEY: key,
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the address of the provider' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid profile'),
  OIDC_PERSONAL_NUMBER_CLAIM: z.string().default('https://id.oidc.se/claim/personalIdentityNumber'),
  OIDC_ACR: z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter((level) => level !== '')),
  KOMMONS_FIRST_ADMIN: z
    .string()
    .regex(/^[a-z0-9-]+:.+$/, 'must be SLUG:SUBJECT, such as harnosand:8f14e45f')
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtps://user:password@host' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address like Kommons <kommons@example.se>')
    .optional(),
  CLAMD_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, 'must be HOST:PORT, such as 127.0.0.1:3310')
    .transform((text) => ({ host: text.split(':')[0] ?? '', port: Number(text.split(':')[1]) }))
    .optional(),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  BEHIND_PROXY: z.enum(['yes', 'no'], { error: 'must be yes or no' }).optional(),
  KOMMONS_LOG: z.string().optional(),
  OUTBOUND_ALSO: z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter((one) => one !== ''))
    .refine(
      (all) => all.every((one) => /^https?:/u.test(one) && URL.canParse(one) && new URL(one).origin === one),
      'must be origins such as https://mottagare.kommun.lan:9443, separated by spaces',
    ),
  REQUESTS_PER_MINUTE: wholeNumber(0, 1_000_000, 600),
});
export type Values = z.infer<typeof values>;

/** What to give where a setting is missing. */
export function explainValue(name: string): string {
  const found = settings.find((one) => one.name === name);
  return found?.wanted ?? found?.meaning ?? '';
}
