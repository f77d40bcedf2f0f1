// The shapes of the calls. A body with a missing, a misspelt or a surplus field is no call.
import { z } from "zod";

const id = z.string().regex(/^\d+$/);
const minor = z.int().min(0);

const change = z.strictObject({
  id: z.string().min(1).max(64),
  product: id,
  variant: id,
  delta: z.int(),
});

const line = z.strictObject({
  product: id,
  variant: id,
  quantity: z.int().min(1),
  unitPriceMinor: minor,
  name: z.string(),
});

const address = z.strictObject({
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/),
  state: z.string(),
  city: z.string(),
  postcode: z.string(),
  line1: z.string(),
  line2: z.string(),
});

const draft = z.strictObject({
  channelOrderId: z.string().regex(/^\w{1,64}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  placedAt: z.int(),
  lines: z.array(line).min(1),
  shippingMinor: minor,
  discountMinor: minor,
  totalMinor: minor,
  address,
  note: z.string(),
  paymentLabel: z.string().min(1),
  carrierReference: id.optional(),
  stateId: id.optional(),
  isFulfilledByChannel: z.boolean(),
});

export type OrderDraft = z.infer<typeof draft>;
export type StockChange = z.infer<typeof change>;

const nothing = z.strictObject({});

export const WITH = {
  health: nothing,
  "test-event": nothing,
  flush: nothing,
  repair: z.strictObject({
    what: z.enum(["hooks", "webservice", "key", "tables", "country", "currency"]),
    code: z
      .string()
      .regex(/^[A-Z]{2,3}$/)
      .optional(),
  }),
  rotate: z.strictObject({ secret: z.string().min(32) }),
  stock: z.union([
    z.strictObject({ limit: z.int().min(1).max(5000), after: z.string().optional() }),
    z.strictObject({ products: z.array(id).min(1).max(500) }),
  ]),
  "stock-change": z.strictObject({ changes: z.array(change).min(1).max(1000) }),
  order: draft,
  "cart-total": draft,
} as const;

export type CallName = keyof typeof WITH;
export type With<Name extends CallName> = z.infer<(typeof WITH)[Name]>;

const envelope = z.strictObject({
  call: z.enum(Object.keys(WITH) as [CallName, ...CallName[]]),
  id: z.string().min(1).max(64),
  with: z.record(z.string(), z.unknown()),
});

export interface ReadCall {
  name: CallName;
  id: string;
  /** What the call named; its shape was checked. */
  with: unknown;
}

/** Reads the bytes of a call; undefined when they are none. */
export function readCall(bytes: Uint8Array): ReadCall | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    const head = envelope.safeParse(JSON.parse(text));
    if (!head.success) return undefined;
    const { call: name, id } = head.data;
    const body = WITH[name].safeParse(head.data.with);
    return body.success ? { name, id, with: body.data } : undefined;
  } catch {
    return undefined;
  }
}
