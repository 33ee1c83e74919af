// Properties run with the same seed everywhere, so that a failure is the same for all; KOMMONS_SEED tries others.
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env.KOMMONS_SEED ?? 20_261_122) });
