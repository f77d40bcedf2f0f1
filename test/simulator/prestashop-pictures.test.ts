import { describe, expect, it } from "vitest";
import { BASE_URL, call, demoStore } from "./prestashop-goldens";

describe("pictures", () => {
  const size = (bytes: Uint8Array) => {
    const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
    const at = (offset: number) =>
      (bytes[frame + offset] ?? 0) * 256 + (bytes[frame + offset + 1] ?? 0);
    return { width: at(7), height: at(5) };
  };

  it.each(["/img/p/1/2/12.jpg", "/12-large_default/brown-bear-cushion.jpg"])(
    "are public JPEGs of at least 600 pixels at %s",
    async (path) => {
      const response = await demoStore("8.2.1").fetch(new Request(BASE_URL + path));
      expect(response.headers.get("content-type")).toBe("image/jpeg");
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([...bytes.slice(0, 2), ...bytes.slice(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
      expect(size(bytes)).toEqual({ width: 800, height: 800 });
    },
  );

  it("need the key below /api, and are 404 for a product without any", async () => {
    const store = demoStore("8.2.1");
    expect((await call(store, "GET", "/api/images/products/1/1")).status).toBe(200);
    expect((await call(store, "GET", "/api/images/products/1/1", undefined, {})).status).toBe(401);
    expect((await call(store, "GET", "/api/images/products/999")).status).toBe(404);
  });

  it("have a list in XML only: JSON is an empty body", async () => {
    const store = demoStore("8.2.1");
    const response = await call(store, "GET", "/api/images/products/1?output_format=JSON");
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});
