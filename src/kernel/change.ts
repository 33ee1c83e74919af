import type { Json } from './json.ts';
import type { Path } from './path.ts';
import type { Place } from './tree.ts';

/**
 * One step from a definition to another. `element` is the id of the element concerned, '' for the
 * definition itself; `path` is where it is afterwards, or was, when it is gone.
 */
export type Change =
  | {
      readonly change: 'added';
      readonly element: string;
      readonly path: Path;
      readonly place: Place;
      /** Id of the element that it comes after; null is first. */
      readonly follows: string | null;
      /** The element, with those in it that are new too. */
      readonly after: Json;
    }
  | {
      readonly change: 'removed';
      readonly element: string;
      readonly path: Path;
      /** The element, with those in it that are gone too. */
      readonly before: Json;
    }
  | {
      readonly change: 'moved';
      readonly element: string;
      readonly path: Path;
      readonly place: Place;
      readonly follows: string | null;
      /** Path before and after; the same when only the order within the list is new. */
      readonly from: Path;
      readonly to: Path;
    }
  | {
      readonly change: 'changed';
      readonly element: string;
      readonly path: Path;
      /** The property, as a path inside the element. */
      readonly property: Path;
      /** Absent when the property is new. */
      readonly before?: Json;
      /** Absent when the property is gone. */
      readonly after?: Json;
    };
