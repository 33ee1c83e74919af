/** Something in the source that has no place in the definition, or not the same. */
export type Loss = {
  /** Where in the definition. */
  readonly path: string;
  readonly what: string;
  /** What stands there now. */
  readonly kept: string;
};

export class Losses {
  readonly all: Loss[] = [];

  add(path: string, what: string, kept: string): void {
    this.all.push({ path, what, kept });
  }
}
