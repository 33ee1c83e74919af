/** Under npm a signal ends npm and not its children; when the parent is gone, its work is over. */
export function whenOrphaned(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000).unref();
}
