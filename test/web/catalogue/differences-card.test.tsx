import { expect, it } from "vitest";
import Differences from "../../../web/catalogue/differences-card";
import { inConnection } from "../support/in-connection";
import { draw, fakeServer, text, until } from "../support/render";

const READ = "GET /api/connections/:id/products/:productId/differences";
const open = (pending: string[], edited: string[]) => {
  const server = fakeServer({ [READ]: { pending, edited } });
  draw(inConnection(<Differences productId="7" renewOn={1} />, server), server, "/connections/c");
  return server;
};

it("names the fields that wait for a push, and those that the seller changed", async () => {
  open(["brand", "packageWeight"], ["title"]);
  await until(() => text().includes("Changes pending"));
  expect(text()).toContain("Not on TikTok Shop yet: Brand, Weight (g).");
  expect(text()).toContain("something else than Weft sent: Title.");
  expect(text()).toContain("stays so until the same field changes");
});

it("says nothing of a listing that is as it should be", async () => {
  const server = open([], []);
  await until(() => server.calls.length === 1);
  expect(text()).toBe("");
});
