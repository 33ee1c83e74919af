import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** A program, and what it needs around it. */
type Program = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> };

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const version = '153.0.0';

/** Debian's, where there is one; else the one that the package ships, unpacked once for each user. */
async function findProgram(): Promise<Program> {
  const found = installed.find((file) => existsSync(file));
  return found === undefined ? unpacked() : { executablePath: found, env: {} };
}

/**
 * The packed browser with the libraries and fonts it came with. Everything is unpacked beside its place and
 * moved in whole, so that a run that was stopped half-way leaves nothing that looks ready.
 */
export async function unpacked(): Promise<Program> {
  const folder = path.join(tmpdir(), `kommons-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const beside = await mkdtemp(`${folder}-`);
    await inflateInto(beside);
    await writeFile(path.join(beside, 'fonts.conf'), fontsOf(folder));
    await rename(beside, folder).catch(async (error: unknown) => {
      await rm(beside, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    });
  }
  const own = path.join(folder, 'tmp');
  await mkdir(own, { recursive: true });
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      TMPDIR: own,
      HOME: own,
    },
  };
}

/** The package's own list of fonts names places of somebody else's machine, and a browser without fonts stops. */
const fontsOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'tmp', 'fonts')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the folder for temporary files, whatever that is at the moment. */
async function inflateInto(folder: string): Promise<void> {
  const packed = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    for (const file of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      await inflate(fileURLToPath(new URL(file, packed)));
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

const inherited = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** One browser, without a window and without a way out to the net. */
export async function openChromium(program?: Program): Promise<Browser> {
  const { executablePath, env } = program ?? (await findProgram());
  return chromium.launch({
    executablePath,
    env: { ...inherited(), ...env },
    args: ['--disable-gpu', '--no-proxy-server', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}
