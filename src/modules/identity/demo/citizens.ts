import { municipalities, networks } from '../../organisations/index.ts';

/**
 * Personal numbers that belong to nobody: from the Tax Agency's published list of test numbers
 * (Skatteverket, "Testpersonnummer", dataportal.se, CC0).
 */
export const testNumbers: readonly string[] = `
  197701172392 197701182383 197701182391 197701192382 197701192390 197701202397 197701202389 197701212388
  197701212396 197701222387 197701222395 197701232386 197701232394 197701242385 197701242393 197701252384
  197701252392 197701262383 197701262391 197701272382 197909212388 197909212396 197909222387 197909222395
  197909232386 197909232394 197909242385 197909242393 197909252384 197909252392 197909262391 197909262383
  197909272390 197909272382 197909282381 197909282399 197909292380 197909292398 197909302387 197909302395
  198404152392 198404162383 198404162391 198404172390 198404172382 198404182399 198404182381 198404192398
  198404192380 198404202395 198404202387 198404212394 198404212386 198404222393 198404222385 198404232384
  198404232392 198404242383 198404242391 198804202383 198804212382 198804212390 198804222399 198804222381
  198804232398 198804232380 198804242389 198804242397 198804252396 198804252388 198804262387 198804262395
  198804272386 198804272394 198804282385 198804282393 198804292392 198804292384 198804302381`
  .trim()
  .split(/\s+/);

/** Municipalities that the demo world shows at work: the members of its networks. */
export const demoMunicipalities: readonly string[] = [...new Set(networks.flatMap(({ members }) => members))]
  .map((code) => municipalities.find((fact) => fact.code === code)?.id)
  .filter((id) => id !== undefined);

export type DemoCitizen = {
  readonly municipality: string;
  /** 1 for the first of the municipality. */
  readonly number: number;
  readonly personalNumber: string;
};

/** Three citizens in each municipality of eSamverkan, one in each of the others. */
export const demoCitizens: readonly DemoCitizen[] = demoMunicipalities
  .flatMap((municipality, index) => (index < 9 ? [1, 2, 3] : [1]).map((number) => ({ municipality, number })))
  .flatMap((citizen, index) => {
    const personalNumber = testNumbers[index];
    return personalNumber === undefined ? [] : [{ ...citizen, personalNumber }];
  });
