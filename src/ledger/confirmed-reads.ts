/** Products kept one by one; beyond that number only the youngest read of all is known. */
const MOST_PRODUCTS = 20_000;

/**
 * When products were read last and found as known. Such a read writes nothing, so only the living
 * object knows of it: a read that began before the object may be older than one it does not know of.
 */
export class ConfirmedReads {
  readonly #byProduct = new Map<string, number>();
  /** For every product not kept: no read that confirmed it is younger. Epoch ms. */
  #floor: number;

  constructor(startedAt: number) {
    this.#floor = startedAt;
  }

  note(productId: string, observedAt: number): void {
    const known = this.#byProduct.get(productId) ?? 0;
    if (observedAt > known) this.#byProduct.set(productId, observedAt);
    if (this.#byProduct.size <= MOST_PRODUCTS) return;
    for (const at of this.#byProduct.values()) this.#floor = Math.max(this.#floor, at);
    this.#byProduct.clear();
  }

  /** True when no younger read can have confirmed the product, as far as can be told. */
  isYoungest(productId: string, observedAt: number): boolean {
    return observedAt >= Math.max(this.#floor, this.#byProduct.get(productId) ?? 0);
  }
}
