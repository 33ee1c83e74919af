import type { Profile } from '../../src/modules/organisations/index.ts';

/** Invented brand colours. */
const colours: Readonly<Record<string, string>> = {
  sundsvall: '#1f4e8c',
  harnosand: '#0d5c63',
  timra: '#7a3b12',
  ornskoldsvik: '#005a9c',
  kramfors: '#2f5d33',
  solleftea: '#6b2146',
  ange: '#3d5a1e',
  nordanstig: '#8a1c2b',
  hudiksvall: '#1b5e7b',
  goteborg: '#0b5a94',
  lidkoping: '#14507a',
  skara: '#5b2a6e',
  lulea: '#0a5c8a',
};

const others = ['#24527a', '#4a5a1f', '#7a2e3b', '#3b4a8a', '#1f6650', '#6a4a12'] as const;

/**
 * Looks and contact of a demo municipality, marked as an example. Telephone numbers are from the series that
 * the Post and Telecom Authority keeps free for fiction (08-465 004 00 to 99).
 */
export function exampleProfile(organisation: string, index: number): Profile {
  return {
    colour: colours[organisation] ?? others[index % others.length] ?? '#24527a',
    phone: `08-465 004 ${String(index % 100).padStart(2, '0')}`,
    email: `kontakt@${organisation}.example`,
    example: true,
  };
}
