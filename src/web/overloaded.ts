/** Too much is under way; whoever asks again in a moment is let in. */
export class Overloaded extends Error {
  readonly statusCode = 503;
  constructor() {
    super('too much is under way at once');
  }
}
