/** One step of the design system's scale of 16, as `base-default` or `text-subtle`. */
export type Step = { readonly name: string; readonly hex: string };

/** The scale of a colour (`#rrggbb`) in one scheme. */
export declare function generateColorScale(colour: string, scheme: 'light' | 'dark'): readonly Step[];
