import { MARKET_CODES } from "./markets/market";
import { marketOf } from "./markets/markets";

/**
 * Behaviours on which the sources about the real platform disagree or say nothing; the default is the
 * strict one.
 */
export interface Switches {
  /** Regions in which a call without `category_version=v2` is refused with 12052217. */
  categoryVersionRequired: readonly string[];
  /** Most SKUs of one product, where the texts of older dates count; null: what the market's newest text says. */
  skuMaximum: number | null;
  /** Whether stock may be set to 0; where not, 12052055 answers. */
  zeroQuantity: boolean;
  /** Most listings (not drafts) a shop may create in a UTC day before 12052093. */
  listingsPerDay: number;
  /**
   * How far the index of the product search is behind: a product that changed since is in no answer. No source
   * says that it is ever behind, and none that it is not.
   */
  searchLagSeconds: number;
  /** How long an audit takes, in seconds of world time. */
  auditSeconds: number;
  /** How long a paid order stays in ON_HOLD. */
  remorseSeconds: number;
  /** When an UNPAID order is cancelled by the system. */
  unpaidTimeoutSeconds: number;
  /** How long the label of an arranged package is being made, in seconds of world time. */
  labelSeconds: number;
  /** Requests a second for one endpoint and shop; 0: no limit. */
  requestsPerSecond: number;
  /** Whether a refresh issues a new refresh token and ends the old one. */
  rotateRefreshToken: boolean;
  /** Whether the access token from before a refresh works until it expires. */
  oldAccessTokenSurvives: boolean;
  /** Whether a literal `{}` body may be left out of the signed text, as one official client does. */
  emptyObjectUnsigned: boolean;
  /** Whether webhook addresses must be https without a port. */
  webhookAddressStrict: boolean;
  /** Whether a seller may cancel an UNPAID order. */
  sellerCancelsUnpaid: boolean;
  /** HTTP status of an envelope by its code; others as the gateway table, business errors 200. */
  statusByCode: Readonly<Record<string, number>>;
}

export const STRICT_SWITCHES: Switches = {
  categoryVersionRequired: MARKET_CODES.filter((code) => marketOf(code).requiresCategoryV2),
  skuMaximum: null,
  zeroQuantity: false,
  listingsPerDay: 1000,
  searchLagSeconds: 0,
  auditSeconds: 60,
  remorseSeconds: 3600,
  unpaidTimeoutSeconds: 86_400,
  labelSeconds: 2,
  requestsPerSecond: 50,
  rotateRefreshToken: true,
  oldAccessTokenSurvives: false,
  emptyObjectUnsigned: false,
  webhookAddressStrict: true,
  sellerCancelsUnpaid: false,
  statusByCode: {},
};
