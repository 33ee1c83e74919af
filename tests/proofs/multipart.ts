export type Part = {
  readonly name: string;
  readonly content: string;
  /** A file's name; a field where there is none. */
  readonly filename?: string;
};

/** A body as a browser sends a form with files (RFC 7578). */
export function multipart(parts: readonly Part[]): { readonly type: string; readonly body: string } {
  const boundary = '----proof-of-kommons';
  const written = parts.map(({ name, content, filename }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: text/plain`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`;
  });
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: `${written.join('')}--${boundary}--\r\n`,
  };
}
