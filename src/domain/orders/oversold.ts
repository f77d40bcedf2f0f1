/** Whether a product that buyers ordered beyond its stock may still be ordered so. Pure. */

/** What is known of a variant that was sold. */
export interface SoldStock {
  physical: number;
  /** Of it, what orders hold. */
  reserved: number;
  /** What the channel is believed to show; null: it has no offer. */
  published: number | null;
}

/** True while buyers can order some of it that the store does not count. */
export const isStillOversold = (variants: readonly SoldStock[]): boolean =>
  variants.some(
    ({ physical, reserved, published }) => (published ?? 0) > Math.max(0, physical - reserved),
  );
