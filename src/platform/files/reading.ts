import type { FileHandle } from 'node:fs/promises';

/** What of a file is in memory at a time, in bytes. */
export const pieceSize = 256 * 1024;

/** `size` bytes from a place in a file. Throws where the file ends before. */
export async function readExactly(file: FileHandle, place: number, size: number): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  for (let done = 0; done < size;) {
    const { bytesRead } = await file.read(buffer, done, size - done, place + done);
    if (bytesRead === 0) throw new Error('the file ended while it was read');
    done += bytesRead;
  }
  return buffer;
}

/** `size` bytes from a place in a file, a piece at a time. Throws where the file ends before. */
export async function* piecesOf(file: FileHandle, place: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; done += pieceSize) {
    yield await readExactly(file, place + done, Math.min(pieceSize, size - done));
  }
}
