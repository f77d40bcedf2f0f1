import * as z from "zod";
import type { ConnectionSettings } from "./api";

/** TikTok Shop refuses parcels beyond these anyway; they only catch slips of the keyboard. */
const millimetres = z.number().int().min(1).max(10_000);
const grams = z.number().int().min(1).max(1_000_000);
/** The characters and the length stores take as the name of a means of payment. */
const paymentLabel = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[^<>={};#]+$/);
const shortText = z.string().trim().min(1).max(200);

/** An order made through the webservice takes about as many in one go. */
const LEAST_PER_MINUTE = 30;
const MOST_PER_MINUTE = 600;

const fields = {
  packageDefaults: z
    .object({
      lengthMm: millimetres,
      widthMm: millimetres,
      heightMm: millimetres,
      weightGrams: grams,
    })
    .nullable(),
  carrierMap: z
    .array(
      z.object({
        carrierReference: shortText,
        carrierName: shortText,
        providerId: shortText,
        providerName: shortText,
      }),
    )
    .max(100),
  orderCarrierReference: shortText.nullable(),
  orderMoney: z.enum(["paid", "owed"]),
  orderPaymentLabel: paymentLabel.nullable(),
  orderStateId: z
    .string()
    .regex(/^\d{1,12}$/)
    .nullable(),
  holdBack: z.number().int().min(0).max(1_000_000),
  requestsPerMinute: z.number().int().min(LEAST_PER_MINUTE).max(MOST_PER_MINUTE),
  pullNewProducts: z.boolean(),
  acceptSuggestions: z.boolean(),
};

/** What a merchant may change; fields left out stay as they are. */
export const SettingsPatch = z.object(fields).partial().strict();

const Stored = z.object({
  packageDefaults: fields.packageDefaults.catch(null),
  carrierMap: fields.carrierMap.catch([]),
  orderCarrierReference: fields.orderCarrierReference.catch(null),
  orderMoney: fields.orderMoney.catch("paid"),
  orderPaymentLabel: fields.orderPaymentLabel.catch(null),
  orderStateId: fields.orderStateId.catch(null),
  holdBack: fields.holdBack.catch(0),
  requestsPerMinute: z
    .number()
    .int()
    .max(MOST_PER_MINUTE)
    .transform((chosen) => Math.max(LEAST_PER_MINUTE, chosen))
    .catch(60),
  pullNewProducts: fields.pullNewProducts.catch(true),
  acceptSuggestions: fields.acceptSuggestions.catch(false),
});

/** Settings as stored, with the default where a field is absent or of an older shape. */
export function readSettings(stored: unknown): ConnectionSettings {
  return Stored.parse(typeof stored === "object" && stored !== null ? stored : {});
}
