/**
 * What a merchant may set for a connection. Each setting is one row of the table `settings`; the patch
 * that comes in, the reader of what is stored, the type and the key of its label (`settings.<name>`) all
 * derive from it.
 */
import * as z from "zod";
import { ROLES, type Role } from "../domain/accounts/role";
import {
  CREATE_CHOICES,
  UPDATE_CHOICES,
  USUAL_RULES,
  type SharedRules,
} from "../domain/listings/sync-rules";
import { choiceOf } from "./rule-choices";
import { LowStock } from "./low-stock";
import { HeldPercent, MostShown } from "./stock-rule";
import { orderSettings } from "./order-settings";
import { PriceRule } from "./price-rule";
import { asStored, closedTo, setting, shapeOf, storedShapeOf } from "./settings-table";

const MEMBERS = ROLES;

/** TikTok Shop refuses parcels beyond these anyway; they only catch slips of the keyboard. */
const millimetres = z.int().min(1).max(10_000);
const grams = z.int().min(1).max(1_000_000);
const storeId = z.string().regex(/^\d{1,12}$/);
const shortText = z.string().trim().min(1).max(200);

/** The channel's ids. */
const partyIds = z.array(shortText).max(20);

/** More than any store offers: it only bounds what is kept with a connection. */
const MOST_CARRIERS = 2_000;

/** A warehouse has a handful. */
const MOST_DELIVERY_OPTIONS = 200;

/** An order made through the webservice takes about as many in one go. */
const LEAST_PER_MINUTE = 30;
const MOST_PER_MINUTE = 600;

const { price: _price, stock: _stock, ...ofContent } = UPDATE_CHOICES;
const settings = {
  packageDefaults: setting({
    schema: z
      .object({
        lengthMm: millimetres,
        widthMm: millimetres,
        heightMm: millimetres,
        weightGrams: grams,
      })
      .nullable()
      .describe("Used where the store holds no dimensions or weight."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  defaultParties: setting({
    schema: z
      .object({ manufacturerIds: partyIds, responsiblePersonIds: partyIds })
      .describe("Parties named on every product whose category asks, unless it names others."),
    fallback: { manufacturerIds: [], responsiblePersonIds: [] },
    changedBy: MEMBERS,
  }),
  carrierMap: setting({
    schema: z
      .array(
        z.object({
          carrierReference: shortText,
          carrierName: shortText,
          providerId: shortText,
          providerName: shortText,
        }),
      )
      .max(MOST_CARRIERS)
      .describe(
        "The store's carrier, by its stable reference, to the channel's shipping provider.",
      ),
    fallback: [],
    changedBy: MEMBERS,
  }),
  orderCarrierReference: setting({
    schema: shortText
      .nullable()
      .describe("Carrier of orders made in the store; null: the store's own choice."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  deliveryOptionMap: setting({
    schema: z
      .array(
        z.object({
          deliveryOptionId: shortText,
          deliveryOptionName: shortText,
          carrierReference: shortText,
        }),
      )
      .max(MOST_DELIVERY_OPTIONS)
      .describe("The channel's delivery option to the carrier of orders made in the store."),
    fallback: [],
    changedBy: MEMBERS,
  }),
  ...orderSettings,
  syncRules: setting({
    schema: z
      .object({
        create: choiceOf(CREATE_CHOICES),
        update: choiceOf(UPDATE_CHOICES),
        mapped: choiceOf(ofContent).describe("Listings that the seller made."),
      })
      .describe("Who decides what a field of a listing says.") satisfies z.ZodType<SharedRules>,
    fallback: USUAL_RULES,
    changedBy: MEMBERS,
  }),
  holdBackPercent: setting({
    schema: HeldPercent.describe("Percent of what is free that is never offered."),
    fallback: 0,
    changedBy: MEMBERS,
  }),
  maximumShown: setting({
    schema: MostShown.nullable().describe("No more of a variant is ever shown; null: no limit."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  holdBack: setting({
    schema: z.int().min(0).max(1_000_000).describe("Units never published."),
    fallback: 0,
    changedBy: MEMBERS,
  }),
  lowStock: setting({
    schema: LowStock.nullable().describe("Threshold of products without their own; null: none."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  priceRule: setting({
    schema: PriceRule.nullable().describe(
      "Prices of products without their own; null: the store's.",
    ),
    fallback: null,
    changedBy: MEMBERS,
  }),
  requestsPerMinute: setting({
    schema: z
      .int()
      .min(LEAST_PER_MINUTE)
      .max(MOST_PER_MINUTE)
      .describe("The most requests that go to the store in a minute."),
    fallback: 60,
    // Fewer were allowed once.
    stored: z
      .int()
      .max(MOST_PER_MINUTE)
      .transform((chosen) => Math.max(LEAST_PER_MINUTE, chosen)),
    changedBy: MEMBERS,
  }),
  priceGroupId: setting({
    schema: storeId
      .nullable()
      .describe("Customer group of the store whose prices are read; null: that of visitors."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  priceCurrency: setting({
    schema: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .describe("ISO code of the currency that prices are read in; null: the store's default."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  contentLanguageId: setting({
    schema: storeId
      .nullable()
      .describe("Language of the store that texts are read in; null: its default."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  adminUrl: setting({
    schema: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .nullable()
      .describe("Address of the store's back office, on the store's host; null: not told."),
    fallback: null,
    changedBy: MEMBERS,
  }),
  pullNewProducts: setting({
    schema: z.boolean().describe("Whether products made in the store show up without a pull."),
    fallback: true,
    changedBy: MEMBERS,
  }),
  acceptSuggestions: setting({
    schema: z.boolean().describe("Whether category suggestions take effect by themselves."),
    fallback: false,
    changedBy: MEMBERS,
  }),
};

const shape = shapeOf(settings);

export const ConnectionSettings = z.object(shape).meta({ id: "ConnectionSettings" });
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;
export type SettingName = keyof ConnectionSettings;

/** What a merchant may change; fields left out stay as they are. */
export const SettingsPatch = z.object(shape).partial().strict().meta({ id: "SettingsPatch" });
export type SettingsPatch = z.infer<typeof SettingsPatch>;

const Stored = z.object(storedShapeOf(settings));

/** Settings as stored, with the default where a field is absent or of an older shape. */
export function readConnectionSettings(stored: unknown): ConnectionSettings {
  return Stored.parse(asStored(stored));
}

/** Settings of a connection that is made now. */
export const newSettings = (requestsPerMinute: number): ConnectionSettings =>
  readConnectionSettings({ requestsPerMinute });

/** What `former` says of settings of which `present` still says what a new connection begins with, `first`. */
export function takenFromFormer(
  former: ConnectionSettings,
  { present, first }: Record<"present" | "first", ConnectionSettings>,
): SettingsPatch {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const names = (Object.keys(former) as SettingName[]).filter(
    (name) => isSame(present[name], first[name]) && !isSame(present[name], former[name]),
  );
  return Object.fromEntries(names.map((name) => [name, former[name]]));
}

/** The settings of a patch that a role may not change. */
export const settingsClosedTo = (role: Role, patch: SettingsPatch): SettingName[] =>
  closedTo(settings, role, patch);
