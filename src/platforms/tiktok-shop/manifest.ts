import type { ChannelPlatform } from "../channel";
import { PARTIAL_FIELDS } from "./edits";
import { checkNames } from "./health/examine";
import { orderUrl, productUrl } from "./links";
import { authorizeUrl, exchangeCode, refreshTokens } from "./oauth";
import { MARKETS, marketOf } from "./markets";
import { openSession } from "./session";
import { verifyEvent } from "./webhook";

/** TikTok Shop: what the rest of the product may know about it. */
export const tiktokShop: ChannelPlatform = {
  key: "tiktok-shop",
  label: "TikTok Shop",
  checks: checkNames,
  partialFields: PARTIAL_FIELDS,
  markets: MARKETS,
  marketOf,
  authorizeUrl,
  exchangeCode,
  refreshTokens,
  open: (app, accessToken, shop, deps) => openSession({ app, accessToken, shop, deps }),
  verifyEvent,
  productUrl,
  orderUrl,
};
