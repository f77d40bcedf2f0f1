/** Packages that the channel ships with a label of its own: handing them over, and their papers. */

/** Epoch ms. */
export interface HandoverSlot {
  from: number;
  to: number;
}

/** `pick_up`: the carrier comes; without a slot on the day it chooses. */
export type Handover = { method: "pick_up"; slot?: HandoverSlot } | { method: "drop_off" };

/**
 * `waiting` for its shipment to be arranged, `arranged` and with the seller, then with the carrier
 * and with the buyer.
 */
export type PackageState = "waiting" | "arranged" | "in_transit" | "delivered" | "cancelled";

export interface ChannelPackage {
  id: string;
  state: PackageState;
  /** The vendor's own status. */
  rawState: string;
  /** Several when orders were combined. */
  orderIds: readonly string[];
  lineIds: readonly string[];
  /** Who gives the label and the tracking number. */
  shippingBy: "seller" | "channel";
  /** Absent until the shipment is arranged. */
  trackingNumber?: string;
  provider?: { id: string; name: string };
  /** What is booked. */
  handover?: Handover;
  updatedAt: number;
}

/** How one package may be handed over; slots are those that can still be booked. */
export interface HandoverOptions {
  canPickUp: boolean;
  canDropOff: boolean;
  /** The carrier's van collects from the street; a British service. */
  canCollectByVan: boolean;
  /** A page with the drop-off points. */
  dropOffUrl?: string;
  slots: readonly HandoverSlot[];
}

export type DocumentKind = "label" | "packing_slip" | "label_and_packing_slip";

/** A PDF to be fetched at once. */
export interface ShippingDocument {
  url: string;
  /** Epoch ms; the address is dead afterwards. */
  expiresAt: number;
  trackingNumber?: string;
}

/** One request each, `readPackages` one a package. */
export interface PackageCalls {
  /** Unknown ids are absent. An order names its packages in `packageIds`. */
  readPackages(packageIds: readonly string[]): Promise<readonly ChannelPackage[]>;
  /** May need a scope that not every seller has granted: SyncError("reconnect", "*.scope_missing"). */
  readHandover(packageId: string): Promise<HandoverOptions>;
  /**
   * Arranges the shipment of a package that the channel ships; absent: as the channel chooses. Not
   * idempotent on the wire: after an unclear answer, and after `*.already_shipped`, read the package.
   */
  handOver(packageId: string, handover?: Handover): Promise<void>;
  /**
   * The papers of an arranged package until the carrier has it. Throws `*.label_too_early`,
   * `*.label_too_late`, `*.shipped_by_seller`, and SyncError("retry", "*.label_pending") while the
   * label is being made.
   */
  readShippingDocument(
    packageId: string,
    kind: DocumentKind,
    size?: "A6" | "A5",
  ): Promise<ShippingDocument>;
}
