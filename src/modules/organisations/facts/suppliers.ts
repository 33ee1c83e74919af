import type { Fact } from './facts.ts';

const invented = (id: string, name: string): Fact => ({
  id,
  kind: 'supplier',
  code: null,
  name,
  publicName: name,
  county: null,
});

/** Suppliers of the demo world, by the names that the catalogue has for their records. Nobody is called so. */
export const exampleSuppliers: readonly Fact[] = [
  invented('mallsta-digital', 'Mallsta Digital'),
  invented('provkoping-system', 'Provköping System'),
];
