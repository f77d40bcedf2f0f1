/** Whether a product that buyers ordered beyond its stock may still be ordered so. Pure. */

/** What is known of a variant that was sold. */
export interface SoldStock {
  physical: number;
  /** What the channel is believed to show; null: it has no offer. */
  published: number | null;
}

/** True while buyers can order some of it that the store does not count. */
export const isStillOversold = (variants: readonly SoldStock[]): boolean =>
  variants.some(({ physical, published }) => physical <= 0 && (published ?? 0) > 0);
