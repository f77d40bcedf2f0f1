import type { ChannelPlatform } from "../channel";
import { checkNames } from "./health/examine";
import { orderUrl, productUrl } from "./links";
import { authorizeUrl, exchangeCode, refreshTokens } from "./oauth";
import { openSession } from "./session";
import { verifyEvent } from "./webhook";

/** TikTok Shop: what the rest of the product may know about it. */
export const tiktokShop: ChannelPlatform = {
  key: "tiktok-shop",
  label: "TikTok Shop",
  checks: checkNames,
  // The US has an authorisation page of its own; every other market shares one.
  markets: [
    { code: "GB", label: "United Kingdom", group: "global" },
    { code: "US", label: "United States", group: "us" },
    { code: "DE", label: "Germany", group: "global" },
    { code: "ES", label: "Spain", group: "global" },
    { code: "FR", label: "France", group: "global" },
    { code: "IE", label: "Ireland", group: "global" },
    { code: "IT", label: "Italy", group: "global" },
    { code: "BR", label: "Brazil", group: "global" },
    { code: "ID", label: "Indonesia", group: "global" },
    { code: "JP", label: "Japan", group: "global" },
    { code: "MX", label: "Mexico", group: "global" },
    { code: "MY", label: "Malaysia", group: "global" },
    { code: "PH", label: "Philippines", group: "global" },
    { code: "SG", label: "Singapore", group: "global" },
    { code: "TH", label: "Thailand", group: "global" },
    { code: "VN", label: "Vietnam", group: "global" },
  ],
  authorizeUrl,
  exchangeCode,
  refreshTokens,
  open: (app, accessToken, shop, deps) => openSession({ app, accessToken, shop, deps }),
  verifyEvent,
  productUrl,
  orderUrl,
};
