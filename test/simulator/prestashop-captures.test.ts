import { describe, expect, it } from "vitest";
import type { Flavour } from "../../simulator/prestashop/data/schema";
import {
  BASE_URL,
  captures,
  flavours,
  golden,
  LIMITED_KEY,
  measuredShop,
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

// The measured shops held a thousand more products than the demo: their categories list them.
function withoutTheThousand(file: string, text: string): unknown {
  const body = JSON.parse(text) as { categories: Record<string, unknown>[] };
  if (file !== "categories.json") return body;
  return body.categories.map((category) => {
    const { products, ...rest } = (category["associations"] ?? {}) as Record<string, unknown[]>;
    const sample = typeof Object(products?.[0])["id"];
    return { ...category, nb_products_recursive: typeof category["nb_products_recursive"], associations: { ...rest, sample } };
  });
}

function expectSame(capture: Capture, flavour: Flavour, text: string): void {
  const wanted = golden(flavour, capture.file);
  if (capture.file === "root.xml" || !capture.file.endsWith(".json")) expect(text).toBe(wanted);
  else if (capture.file === "categories.json")
    expect(withoutTheThousand(capture.file, text)).toEqual(
      withoutTheThousand(capture.file, wanted),
    );
  else expect(text).toBe(wanted);
}

describe.each(flavours)("the double of a %s shop answers as the real one was seen to", (flavour) => {
  const shop = measuredShop(flavour);
  it.each(captures(flavour))("$method $path gives $status ($file)", async (capture) => {
    const response = await shop.fetch(requestOf(capture));
    expect(response.status).toBe(capture.status);
    expect(response.headers.get("content-type")).toBe(capture.contentType);
    expect(response.headers.get("psws-version") ?? undefined).toBe(capture.pswsVersion);
    expect(response.headers.get("location") ?? undefined).toBe(capture.location);
    expectSame(capture, flavour, await response.text());
  });
});
