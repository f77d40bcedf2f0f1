/** What each side is asked about in a health check: what the other side and the settings say. */
import type { Market } from "../../domain/listings/market";
import type { ChannelExamination } from "../../platforms/channel";
import type { SourceExamination } from "../../platforms/source";

interface Examined {
  region: string;
  market: Market | undefined;
  warehouseId: string;
  settings: {
    orderCarrierReference: string | null;
    orderStateId: string | null;
    carrierMap: ChannelExamination["carrierMap"];
  };
}

/** `moduleVersion`: the version of the store's module that Weft offers. */
export function sourceExamination(
  { region, market, settings }: Examined,
  moduleVersion: string,
): SourceExamination {
  const { orderCarrierReference, orderStateId } = settings;
  return {
    ...(market && {
      market: {
        country: region,
        currency: market.limits.currency,
        isTaxIncluded: market.isTaxIncluded,
      },
    }),
    ...(orderCarrierReference ? { carrierReference: orderCarrierReference } : {}),
    ...(orderStateId ? { orderStateId } : {}),
    moduleVersion,
  };
}

export function channelExamination(
  { warehouseId, settings }: Examined,
  known: {
    shopId: string;
    scopes: readonly string[];
    /** Epoch ms; null where it is not known. */
    authorizedUntil: number | null;
    webhookAddress: string | undefined;
  },
): ChannelExamination {
  const { shopId, scopes, authorizedUntil, webhookAddress } = known;
  return {
    shopId,
    scopes,
    ...(authorizedUntil ? { authorizedUntil } : {}),
    warehouseId,
    carrierMap: settings.carrierMap,
    ...(webhookAddress ? { webhookAddress } : {}),
  };
}
