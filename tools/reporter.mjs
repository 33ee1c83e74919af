// Quiet where it passes, the whole story of what fails, and the closing counts alone on a line.
function tell({ name, file, line, details }) {
  const cause = details?.error?.cause ?? details?.error;
  return `\n✖ ${name}\n  ${file ?? ''}:${line ?? 0}\n${cause?.stack ?? cause ?? ''}\n`;
}

export default async function* reporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (type === 'test:fail') {
      counts.failed += 1;
      yield tell(data);
    } else if (data.skip === undefined || data.skip === false) counts.passed += 1;
    else {
      counts.skipped += 1;
      yield `skipped: ${data.name} (${data.skip})\n`;
    }
  }
  yield `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}
