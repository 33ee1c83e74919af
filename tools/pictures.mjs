// `npm run pictures`: takes the pictures of content/guides and docs anew, in a demo world of its own. Done by hand when
// what they show has changed; arguments are the blocks or files whose pictures are taken, without them all.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writePictures } from '../tests/browser/pictures/write.ts';

const say = (line) => void process.stdout.write(`${line}\n`);
await writePictures(process.argv.slice(2), say);
const formatter = fileURLToPath(new URL('../node_modules/.bin/oxfmt', import.meta.url));
const guides = fileURLToPath(new URL('../content/guides', import.meta.url));
process.exit(spawnSync(formatter, [guides], { stdio: 'inherit' }).status ?? 1);
