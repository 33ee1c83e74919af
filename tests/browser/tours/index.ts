import { anonymousTour, citizenTour, decidedTour, newcomerTour } from './citizen.ts';
import { connectorTour } from './connections.ts';
import { adopterTour, beginnerTour, ownerTour } from './designer.ts';
import { fetcherTour } from './fetching.ts';
import { carerTour, openReaderTour, readerTour } from './guides.ts';
import { openTour } from './open.ts';
import { curatorTour, neighbourTour, openCatalogueTour, registrarTour, supplierTour } from './register.ts';
import { contributorTour, reviewerTour } from './share.ts';
import { settingsTour } from './settings.ts';
import { idleWorkerTour, workerTour } from './worker.ts';
import { writerTour } from './writing.ts';
import type { Tour } from './tour.ts';

export type { Guest, Tour } from './tour.ts';

/** Every page of the demo world in its states. */
export const tours: readonly Tour[] = [
  openTour,
  newcomerTour,
  decidedTour,
  citizenTour,
  anonymousTour,
  workerTour,
  idleWorkerTour,
  contributorTour,
  reviewerTour,
  ownerTour,
  beginnerTour,
  adopterTour,
  settingsTour,
  readerTour,
  carerTour,
  openReaderTour,
  writerTour,
  fetcherTour,
  registrarTour,
  connectorTour,
  neighbourTour,
  curatorTour,
  openCatalogueTour,
  supplierTour,
];
