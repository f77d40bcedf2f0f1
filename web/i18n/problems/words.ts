/** The shape of a problem's wording, and the sentences many problems share. */

/** What can be done with one press; the page knows where that leads. */
export type Fix =
  | "category"
  | "details"
  | "package"
  | "carriers"
  | "orderSettings"
  | "warehouse"
  | "store"
  | "authorize"
  | "module"
  | "products"
  | "help";

export type Facts = Readonly<Record<string, unknown>>;
type Text = string | ((facts: Facts) => string);

/** What happened, what it means for sales, what to do, and the button that does it. */
export interface ProblemWording {
  what: Text;
  means: Text;
  act: Text;
  fix?: Fix;
}

export type ProblemWordings = Readonly<Record<string, ProblemWording>>;

/** A fact as text; lists become "a, b and 3 more". */
export function fact(facts: Facts, name: string, otherwise = ""): string {
  const value = facts[name];
  if (Array.isArray(value)) return listed(value.map(String));
  return value === undefined || value === null || value === "" ? otherwise : String(value);
}

const SHOWN = 6;

function listed(items: readonly string[]): string {
  const shown = items.slice(0, SHOWN);
  const rest = items.length - shown.length;
  return new Intl.ListFormat("en").format(rest > 0 ? [...shown, `${rest} more`] : shown);
}

/** ": Brand and Material" when the fact is there, nothing otherwise. */
export function after(facts: Facts, name: string): string {
  const text = fact(facts, name);
  return text ? `: ${text}` : "";
}

/** The other side's own sentence, led in by a colon and without its full stop. */
export function quoted(facts: Facts, name: string): string {
  return after(facts, name).replace(/[\s.]+$/, "");
}

export const NOT_LIVE =
  "The product cannot be sold on TikTok Shop until this is fixed; a version already live stays as it was.";
export const NOT_SENT = "Nothing was sent to TikTok Shop, so nothing was half done.";
export const STORE_STOPS =
  "Products are not pulled and TikTok orders are not created in your store until this works again.";
export const CHANNEL_STOPS =
  "Nothing reaches TikTok Shop for now: no new products, no stock and no shipments.";
export const WAITS = "Nothing is lost: Weft keeps the work and carries on by itself.";
export const ORDER_WAITS =
  "The order stays on TikTok Shop and its units stay reserved, but it is not in your store yet.";
export const SHIPMENT_WAITS =
  "The buyer does not see the parcel as shipped yet, and TikTok's shipping deadline keeps running.";
export const PULL_AND_PUSH = "Change it in PrestaShop, then pull and push the product again.";
export const TRY_LATER =
  "Usually nothing: Weft tries again by itself. If it stays, try again by hand.";
export const OURS =
  "Try again. If it comes back, report it with the code and facts shown below; it is ours to fix.";
