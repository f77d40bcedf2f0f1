/** A delivery of either shop. */
export interface Delivered {
  /** As it came in, masked, for the journal. */
  raw?: string;
}

/** A store's word that something changed: look at these ids. */
export interface SourceEvent extends Delivered {
  deliveryId: string;
  kind:
    | "product.saved"
    | "product.deleted"
    | "stock.changed"
    | "order.state_changed"
    | "order.tracking_changed"
    | "ping"
    /** Rightly signed, of a kind that this version does not know. */
    | "other";
  ids: readonly string[];
  at: number;
}
