/** The largest file that anybody may send, in megabytes; a definition may ask for smaller ones. */
export const mostMegabytes = 20;

/** What is read of a file before its request is refused: a little more, so that the question itself can answer. */
export const mostFileBytes = (mostMegabytes + 1) * 1024 * 1024;
