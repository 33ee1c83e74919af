/** The largest file that anybody may send, in megabytes; a definition may ask for smaller ones. */
export const mostMegabytes = 20;

/** Everything that is sent at once: how many files, and how many megabytes with what is typed. */
export const mostAtOnce = { files: 20, megabytes: 64 } as const;

/** What is read of a file before its request is refused: a little more, so that the question itself can answer. */
export const mostFileBytes = (mostMegabytes + 1) * 1024 * 1024;
