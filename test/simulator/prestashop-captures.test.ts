import { describe, expect, it } from "vitest";
import {
  BASE_URL,
  captures,
  flavours,
  golden,
  LIMITED_KEY,
  measuredStore,
  VALID_KEY,
  basic,
  type Capture,
} from "./prestashop-goldens";

const headersFor = ({ auth, file }: Capture): Record<string, string> => {
  if (auth === "none") return {};
  if (auth === "key with GET on products only") return basic(LIMITED_KEY);
  if (auth === "invalid key") return basic(file.includes("short") ? "TOO-SHORT" : "Z".repeat(32));
  return basic(VALID_KEY);
};

function requestOf(capture: Capture): Request {
  const base = capture.host ? `https://${capture.host}` : BASE_URL;
  const { method, path, requestBody } = capture;
  return new Request(base + path, {
    method,
    headers: headersFor(capture),
    ...(requestBody === undefined ? {} : { body: requestBody }),
  });
}

type Entry = { [key: string]: unknown; associations?: { [name: string]: { id: unknown }[] } };

// The measured stores held a thousand more products than the demo: their categories list them.
function withoutStrangers(text: string): unknown {
  const { categories } = JSON.parse(text) as { categories: Entry[] };
  return categories.map(({ associations, nb_products_recursive: count, ...rest }) => {
    const { products, ...others } = associations ?? {};
    return { ...rest, others, count: typeof count, product: typeof products?.[0]?.id };
  });
}

// Variants of a product come in no particular order on the real store.
function withSortedVariants(text: string): unknown {
  const { products } = JSON.parse(text) as { products: Entry[] };
  const sorted = (items: { id: unknown }[] = []) =>
    items.toSorted((a, b) => Number(a.id) - Number(b.id));
  return products.map(({ associations = {}, ...rest }) => ({
    ...rest,
    ...associations,
    combinations: sorted(associations["combinations"]),
    product_option_values: sorted(associations["product_option_values"]),
  }));
}

const loosely: Record<string, (text: string) => unknown> = {
  "categories.json": withoutStrangers,
  "products-1-19-full.json": withSortedVariants,
  "products-1-19-full-language-1.json": withSortedVariants,
};

describe.each(flavours)("a simulated %s store answers as the captured one", (flavour) => {
  const store = measuredStore(flavour);
  it.each(captures(flavour))("$method $path gives $status ($file)", async (capture) => {
    const response = await store.fetch(requestOf(capture));
    expect(response.status).toBe(capture.status);
    expect(response.headers.get("content-type")).toBe(capture.contentType);
    expect(response.headers.get("psws-version") ?? undefined).toBe(capture.pswsVersion);
    expect(response.headers.get("location") ?? undefined).toBe(capture.location);
    const read = loosely[capture.file] ?? ((text: string) => text);
    expect(read(await response.text())).toEqual(read(golden(flavour, capture.file)));
  });
});
