import type { Context } from "./context";
import type { Fields } from "./fields";
import type { Shop } from "./shops/shop";
import type { Authorization } from "./tokens/authorization";

/** One part of a multipart body. */
export interface FilePart {
  name: string;
  bytes: Uint8Array;
}

/** A call that passed the gateway; its body is read, so that the answer is one atomic step. */
export interface ApiRequest {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: Fields;
  files: Readonly<Record<string, FilePart>>;
  texts: Readonly<Record<string, string>>;
  authorization: Authorization;
}

/** A call of the Open API: who may make it and what it answers. */
export interface Route {
  method: string;
  /** A path with `{name}` placeholders. */
  pattern: string;
  /** The scope the seller must have granted. */
  scope: string;
  /** Shop calls need `shop_cipher`, seller calls refuse it. */
  cipher: "required" | "forbidden";
  multipart: boolean;
  answer(context: Context, request: ApiRequest, shop: Shop | undefined): unknown;
}

/** A call about one shop. */
export function shopRoute(
  method: string,
  pattern: string,
  scope: string,
  answer: (context: Context, request: ApiRequest, shop: Shop) => unknown,
): Route {
  return {
    method,
    pattern,
    scope,
    cipher: "required",
    multipart: false,
    answer: (context, request, shop) => {
      if (!shop) throw new Error(`${pattern} was reached without a shop`);
      return answer(context, request, shop);
    },
  };
}

/** A call about the seller, which refuses a shop cipher. */
export function sellerRoute(
  method: string,
  pattern: string,
  scope: string,
  answer: (context: Context, request: ApiRequest) => unknown,
  multipart = false,
): Route {
  return { method, pattern, scope, cipher: "forbidden", multipart, answer };
}
