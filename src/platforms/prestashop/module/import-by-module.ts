/** An order made by the module in one call, whatever it takes inside the store. */
import { SyncError, asSyncError } from "../../../domain/errors/sync-error";
import type { SourceOrder } from "../../source";
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { fitAddress } from "../orders/fit-address";
import { orderNote } from "../orders/order-note";
import type { ModuleAnswer } from "./calls";
import type { StoreModule } from "./open-module";

type MadeOrder = ModuleAnswer<"order">;

/** `foundId`: an order that was there and is not as it was made: begun by the webservice, or ended since. */
export type ModuleImport = { made: SourceOrder } | { foundId: string };

/**
 * The order of a draft, made now or long ago. Throws what `callModule` throws, and SyncError("merchant",
 * "prestashop.order_total_differs" | "prestashop.order_not_paid") with `sourceOrderId` for an order
 * that came out wrong: it exists all the same and has taken its units.
 */
export async function importByModule(
  module: StoreModule,
  draft: OrderDraft,
): Promise<ModuleImport> {
  const made = await askForOrder(module, draft);
  const isRight = totalsFit(made, draft);
  if (made.isRepeat && !(isRight && made.isPaid)) return { foundId: made.id };
  if (!isRight) throw totalDiffers(made, draft);
  if (!made.isPaid)
    throw new SyncError("merchant", "prestashop.order_not_paid", {
      orderId: made.id,
      sourceOrderId: made.id,
      orderStateId: made.stateId,
    });
  return { made: toSourceOrder(made) };
}

async function askForOrder(module: StoreModule, draft: OrderDraft): Promise<MadeOrder> {
  try {
    return await module.ask("order", fromDraft(draft));
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.code !== "prestashop.order_total_differs") throw caught;
    // The module compares before it commits, so no order of another total was left behind.
    const facts = { ...error.facts, currency: draft.currency, reason: "not_made" };
    throw new SyncError(error.remedy, error.code, facts, { cause: caught });
  }
}

export function fromDraft(draft: OrderDraft): Readonly<Record<string, unknown>> {
  const { address, carrierReference, orderStateId } = draft;
  return {
    channelOrderId: draft.channelOrderId,
    currency: draft.currency,
    placedAt: draft.placedAt,
    lines: draft.lines.map((line) => ({
      product: line.productId,
      variant: line.variantId,
      quantity: line.quantity,
      unitPriceMinor: line.unitPriceMinor,
      name: line.name,
    })),
    shippingMinor: draft.shippingMinor,
    discountMinor: draft.discountMinor,
    totalMinor: draft.totalMinor,
    address: fittedAddress(address),
    note: orderNote(draft),
    paymentLabel: draft.paymentLabel,
    ...(carrierReference === undefined ? {} : { carrierReference }),
    ...(orderStateId === undefined ? {} : { stateId: orderStateId }),
    isFulfilledByChannel: draft.isFulfilledByChannel ?? false,
  };
}

/** The module knows the store's states, and writes one that the store has not behind `other`. */
function fittedAddress(address: OrderDraft["address"]): Readonly<Record<string, string>> {
  const fitted = fitAddress(address, true);
  const { address1, address2, city, postcode, phone, other } = fitted;
  const { dropOff: _inOther, ...typed } = address;
  const shown = { ...typed, line1: address1, line2: address2, city, postcode, phone };
  return other === "" ? shown : { ...shown, other };
}

function totalsFit(made: MadeOrder, draft: OrderDraft): boolean {
  return (
    made.currency === draft.currency &&
    made.totalMinor === draft.totalMinor &&
    made.paidMinor === draft.totalMinor
  );
}

function totalDiffers(made: MadeOrder, draft: OrderDraft): SyncError {
  return new SyncError("merchant", "prestashop.order_total_differs", {
    orderId: made.id,
    sourceOrderId: made.id,
    part: "total",
    currency: draft.currency,
    expectedMinor: draft.totalMinor,
    foundMinor: made.totalMinor,
  });
}

function toSourceOrder(made: MadeOrder): SourceOrder {
  const { productsMinor, shippingMinor, discountMinor, totalMinor, taxes } = made;
  return {
    id: made.id,
    reference: made.reference,
    totalMinor,
    currency: made.currency,
    orderStateId: made.stateId,
    isPaid: made.isPaid,
    figures: { productsMinor, shippingMinor, discountMinor, totalMinor, taxes },
    transport: "module",
    oversold: made.oversold.map(({ product, variant, short }) => ({
      productId: product,
      variantId: variant,
      short,
    })),
  };
}
