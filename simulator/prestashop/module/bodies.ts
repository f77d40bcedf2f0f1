// The shapes of the calls. A body with a missing, misspelt or surplus field is refused.
import * as z from "zod";

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
  other: z.string().optional(),
});

const draft = z.strictObject({
  channelOrderId: z.string().regex(/^[\x21-\x7e]{1,64}$/),
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
  health: z.strictObject({ countries: z.array(z.string()).optional() }),
  "test-event": nothing,
  flush: nothing,
  repair: z.strictObject({
    what: z.string(),
    code: z
      .string()
      .regex(/^[A-Z]{2,3}$/)
      .optional(),
  }),
  rotate: z.strictObject({ secret: z.string() }),
  end: nothing,
  stock: z.union([
    z.strictObject({ limit: z.int().min(1).max(5000), after: z.string().optional() }),
    z.strictObject({ products: z.array(id).min(1).max(5000) }),
  ]),
  prices: z.strictObject({
    products: z.array(id),
    group: id.optional(),
    currencyId: id.optional(),
  }),
  changes: z.strictObject({ limit: z.int().min(1).max(20_000), after: z.string().optional() }),
  "stock-change": z.strictObject({ changes: z.array(change).min(1) }),
  order: draft,
  "cart-total": draft,
} as const;

export type CallName = keyof typeof WITH;
export type With<Name extends CallName> = z.infer<(typeof WITH)[Name]>;

const envelope = z.strictObject({
  call: z.string(),
  id: z.string().min(1).max(64),
  with: z.record(z.string(), z.unknown()),
});

export interface ReadCall {
  /** One of `WITH`, or a name the module does not know. */
  name: string;
  id: string;
  /** The parameters of the call; those of a known call have its shape. */
  with: unknown;
}

const isKnown = (name: string): name is CallName => Object.hasOwn(WITH, name);

/** Reads the bytes of a call; undefined when they are not a valid call. */
export function readCall(bytes: Uint8Array): ReadCall | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    const head = envelope.safeParse(JSON.parse(text));
    if (!head.success) return undefined;
    const { call: name, id, with: asked } = head.data;
    if (!isKnown(name)) return { name, id, with: asked };
    const body = WITH[name].safeParse(asked);
    return body.success ? { name, id, with: body.data } : undefined;
  } catch {
    return undefined;
  }
}
