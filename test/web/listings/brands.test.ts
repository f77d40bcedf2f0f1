import { describe, expect, it } from "vitest";
import { BrandSearchModel, brandOf } from "../../../web/listings/brands";
import { createApp } from "../../../web/shell/app";

describe("the brand of a listing", () => {
  it("is one of the channel's; a name alone is no brand", () => {
    const brand = { id: "b1", name: "Harbour Mill" };
    expect(brandOf({ brand, attributes: { "7": [{ id: "c" }] } })).toEqual(brand);
    expect(brandOf({ brand: { name: "None" } })).toBeNull();
    expect(brandOf({})).toBeNull();
  });
});

describe("the search for a brand", () => {
  it("goes on page by page behind what was found, and drops what comes for an older name", async () => {
    const asked: string[] = [];
    const page = (at: number) => ({
      rows: [{ id: `b${at}`, name: `Mill ${at}`, isAuthorized: true }],
      next: at < 2 ? `p${at + 1}` : null,
    });
    const server: typeof fetch = async (input) => {
      const { searchParams } = new URL(String(input), "https://weft.example");
      const cursor = searchParams.get("cursor");
      asked.push(`${searchParams.get("search")} ${cursor ?? "first"}`);
      return Response.json(page(Number(cursor?.slice(1) ?? 0)));
    };
    const { client } = createApp(server, document.documentElement, localStorage);
    const search = new BrandSearchModel(client, "c", "601");
    await search.find("mill");
    await search.more();
    await search.more();
    await search.more();
    expect(asked).toEqual(["mill first", "mill p1", "mill p2"]);
    expect(search.rows.value.value?.rows.map(({ id }) => id)).toEqual(["b0", "b1", "b2"]);
    await search.find("mug");
    const late = search.more();
    await search.find("cup");
    await late;
    expect(search.rows.value.value?.rows.map(({ id }) => id)).toEqual(["b0"]);
  });
});
