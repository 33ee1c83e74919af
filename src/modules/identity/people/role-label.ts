import type { StaffRole } from './mandates.ts';

const names = {
  'case-worker': 'Handläggare',
  designer: 'E-tjänstdesigner',
  'training-lead': 'Utbildningsansvarig',
  strategist: 'Digitaliseringsstrateg',
  'board-member': 'Nämndledamot',
  admin: 'Administratör',
  supplier: 'Leverantör',
} as const satisfies Record<StaffRole, string>;

/** What colleagues in every municipality read of somebody at work: "Handläggare, Härnösand". */
export function roleLabel(role: StaffRole, place: string): string {
  return `${names[role]}, ${place}`;
}
