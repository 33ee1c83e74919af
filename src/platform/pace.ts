/** Milliseconds that long work may keep others waiting before it lets them in. */
const stride = 20;

/** Lets others in, where it is time: called again and again by work that takes long as a whole. */
export function pacer(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < stride) return;
    await new Promise((resolve) => void setImmediate(resolve));
    since = now();
  };
}
