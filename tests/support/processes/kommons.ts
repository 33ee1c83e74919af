// Kommons in a process of its own, on the embedded database of a folder: for proofs that kill it.
// Arguments: data folder, port. Says "ready" when it answers.
import { start } from '../../../src/main.ts';
import { parseConfig } from '../../../src/platform/config/index.ts';

const [data = '', port = ''] = process.argv.slice(2);
const parsed = parseConfig({ KOMMONS_DATA: data, PORT: port }, '/');
if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const running = await start(parsed.config, tell, (line) => {
  // Requests that found no database are what a kill does.
  if (line.level === 'error' && line.event !== 'unavailable' && line.status !== 503)
    tell(JSON.stringify(line));
});
process.once('SIGTERM', () => {
  void running.stop().then(() => process.exit(0));
});
process.stdout.write('ready\n');
