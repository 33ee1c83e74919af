/** Blocks of a tar archive (POSIX.1-1988 ustar), as much as a backup needs: plain files, short names. */

export const blockSize = 512;

/** The header of a file. Throws when the name is longer than the 100 bytes of the format. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for the archive`);
  const block = Buffer.alloc(blockSize);
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(octal(size, 12), 124);
  block.write(octal(Math.floor(at.getTime() / 1000), 12), 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Name and size of a header; null for a block that is none. */
export function readTarHeader(block: Buffer): { readonly name: string; readonly size: number } | null {
  if (block.length < blockSize || block.toString('latin1', 257, 263) !== 'ustar\0') return null;
  const size = readOctal(block, 124);
  const end = block.indexOf(0);
  const name = block.toString('utf8', 0, Math.min(end < 0 ? 100 : end, 100));
  return size !== null && name !== '' ? { name, size } : null;
}

/** A number of the header as `tarHeader` writes it, eleven digits and a zero: null for anything else. */
export function readOctal(block: Buffer, offset: number): number | null {
  const text = block.toString('latin1', offset, offset + 12);
  return /^[0-7]{11}\0$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** Bytes after a file's content, up to the next block. */
export const tarPadding = (size: number): number => (blockSize - (size % blockSize)) % blockSize;

/** A number in the fixed width of the format, ended by zero. */
function octal(value: number, width: number): string {
  const digits = value.toString(8).padStart(width - 1, '0');
  if (digits.length > width - 1) throw new Error('a file of 8 GiB or more does not fit a backup');
  return `${digits}\0`;
}
