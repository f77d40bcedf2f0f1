import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { Image } from "../../../simulator/tiktok-shop/media/images";
import { repairingBy } from "../../../src/platforms/cloudflare-images/repair-picture";
import { mappedCatalogue } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

/** A product of the demo catalogue with pictures of its own and one for each colour. */
const SHIRT = "1";

/** 640 x 320 pixels. */
const GIF = Uint8Array.from(
  atob(
    "R0lGODlhgAJAAYAAAExpccAeHiH5BAUAAAAALAAAAACAAkABAAL/jI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTNf2jef6zvf+DwwKh8Si8YhMKpfMpvMJjUqn1Kr1is1qt9yu9wsOi8fksvmMTqvX7Lb7DY/L5/S6/Y7P6/f8vv8PGCg4SFhoeIiYqLjI2Oj4CBkpOUlZaXmJmam5ydnp+QkaKjpKWmp6ipqqusra6voKGys7S1tre4ubq7vL2+v7CxwsPExcbHyMnKy8zNzs/AwdLT1NXW19jZ2tvc3d7f0NHi4+Tl5ufo6err7O3u7+Dh8vP09fb3+Pn6+/z9/v/w8woMCBBAsaPIgwocKFDBs6fAgxosSJFCtavIgxo8aN/xw7evwIMqTIkSRLmjyJMqXKlSxbunwJM6bMmTRr2ryJM6fOnTx7+vwJNKjQoUSLGj2KNKnSpUybOn0KNarUqVSrWr2KNavWrVy7ev0KNqzYsWTLmj2LNq3atWzbun0LN67cuXTr2r2LN6/evXz7+v0LOLDgwYQLGz6MOLHixYwbO34MObLkyZQrW76MObPmzZw7e/4MOrTo0aRLmz6NOrXq1axbu34NO7bs2bRr276NO7fu3bx7+/4NPLjw4cSLGz+OPLny5cybO38OPbr06dSrW7+OPbv27dy7e/8OPrz48eTLmz+PPr369ezbu38PP778+fTr27+PP7/+/fz7+6n/D2CAAg5IYIEGHohgggouyGCDDj4IYYQSTkhhhRZeiGGGGm7IYYcefghiiCKOSGKJJp6IYooqrshiiy6+CGOMMs5IY4023ohjjjruyGOPPv4IZJBCDklkkUYeiWSSSi7JZJNOPglllFJOSWWVVl6JZZZabslll15+CWaYYo5JZplmnolmmmquyWabbr4JZ5xyzklnnXbeiWeeeu7JZ59+/glooIIOSlQBADs=",
  ),
  (char) => char.charCodeAt(0),
);

it("pictures that TikTok Shop does not take are made anew, once each, and the push says so", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, world } = harness;
  const { fetch } = services;
  services.fetch = async (request) =>
    new URL(request.url).pathname.endsWith(".jpg") ? new Response(GIF) : fetch(request);
  services.repairPicture = repairingBy(env.IMAGES);
  const { taskId } = await startPush(services, connectionId, { ids: [SHIRT] }, "ada");
  await harness.drain();
  const [item] = await rowsOf<{ state: string; reasons: string }>(
    "SELECT state, reasons FROM task_item WHERE task_id = ?",
    taskId,
  );
  expect(item?.state).toBe("done");
  const [said] = JSON.parse(item?.reasons ?? "[]") as {
    code: string;
    facts: { faults: string[] };
  }[];
  expect(said).toMatchObject({
    code: "listing.images_repaired",
    facts: { faults: ["kind", "shape"] },
  });
  const images = world.storage.list<Image>("tts:image").filter(({ width }) => width === 640);
  expect(images.length).toBeGreaterThan(0);
  for (const image of images)
    expect(image).toMatchObject({ format: "PNG", width: 640, height: 640 });
  // The same bytes under all addresses are one upload for each use.
  expect(images.length).toBeLessThanOrEqual(2);
});
