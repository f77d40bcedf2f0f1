import { describe, expect, it } from "vitest";
import { fetchImage } from "../../../src/sync/listings/fetch-image";
import { publicFetch } from "../../../src/platforms/http/public-fetch";
import { systemRuntime } from "../../../src/lib/runtime";
import { uploadImages, type UploadImagesDeps } from "../../../src/sync/listings/upload-images";

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const timeoutMs = 200;
const { deadline } = systemRuntime;

function fetching(answer: (request: Request) => Promise<Response>) {
  return fetchImage({ timeoutMs, deadline, fetch: answer }, "https://shop.example/1.jpg");
}

describe("a product picture", () => {
  it("is read as bytes", async () => {
    expect(await fetching(async () => new Response(JPEG))).toEqual({ bytes: JPEG });
  });

  it("that is gone, or lies behind a redirect, is the merchant's to repair", async () => {
    for (const status of [404, 403, 302])
      expect(await fetching(async () => new Response(null, { status }))).toMatchObject({
        reason: { code: "listing.image_unreadable", facts: { status } },
      });
  });

  it("is asked for again later when its host is down or silent", async () => {
    const busy = fetching(async () => new Response("", { status: 503 }));
    await expect(busy).rejects.toMatchObject({ remedy: "retry" });
    const silent = fetching(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    );
    await expect(silent).rejects.toMatchObject({
      remedy: "retry",
      code: "listing.image_unavailable",
    });
  });

  it("is not read beyond twelve megabytes, whatever its header says", async () => {
    let megabytes = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        megabytes += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    expect(await fetching(async () => new Response(endless))).toMatchObject({
      reason: { code: "listing.image_too_large" },
    });
    expect(megabytes).toBeLessThan(20);
  });

  it("on a private address is never asked for", async () => {
    const fetch = publicFetch({ allowLocalHosts: false, ownHosts: ["weft.example"] });
    for (const url of [
      "http://shop.example/1.jpg",
      "https://10.0.0.1/1.jpg",
      "https://localhost/1",
    ])
      expect(await fetchImage({ timeoutMs, deadline, fetch }, url)).toMatchObject({
        reason: { code: "listing.image_unreadable" },
      });
  });
});

const A = "https://shop.example/a.jpg";
const B = "https://shop.example/b.jpg";
const C = "https://shop.example/c.jpg";

describe("uploading pictures", () => {
  function deps(answers: Record<string, Uint8Array<ArrayBuffer>>) {
    const saved = new Map<string, { url: string; uri: string }>();
    const calls = { fetched: 0, uploaded: 0 };
    const made: UploadImagesDeps = {
      media: {
        findByUrl: async (use, urls) =>
          new Map(
            [...saved]
              .filter(([key, { url }]) => key.startsWith(`${use}:`) && urls.includes(url))
              .map(([, { url, uri }]) => [url, uri]),
          ),
        findByKey: async (key) => saved.get(key)?.uri,
        save: async ({ imageKey, sourceUrl, channelUri }) => {
          saved.set(imageKey, { url: sourceUrl, uri: channelUri });
        },
      },
      timeoutMs,
      deadline,
      fetch: async ({ url }) => {
        calls.fetched += 1;
        return new Response(answers[url]);
      },
      channel: {
        uploadImage: async () => {
          calls.uploaded += 1;
          return { uri: `uri-${calls.uploaded}` };
        },
      },
    };
    return { made, calls };
  }

  it("costs nothing for an address sent before, and no upload for known bytes", async () => {
    const { made, calls } = deps({ [A]: JPEG, [B]: JPEG });
    const first = await uploadImages(made, "main", [A]);
    await uploadImages(made, "main", [A]);
    expect(calls).toEqual({ fetched: 1, uploaded: 1 });
    const other = await uploadImages(made, "main", [B]);
    expect(calls).toEqual({ fetched: 2, uploaded: 1 });
    expect(other.uris.get(B)).toBe(first.uris.get(A));
  });

  it("keeps the uses apart, as the channel converts by use", async () => {
    const { made, calls } = deps({ [A]: JPEG });
    await uploadImages(made, "main", [A]);
    await uploadImages(made, "option", [A]);
    expect(calls.uploaded).toBe(2);
  });

  it("names every picture that is none", async () => {
    const html = Uint8Array.from(new TextEncoder().encode("<html>"));
    const { made, calls } = deps({ [A]: html, [B]: JPEG, [C]: html });
    const { uris, reasons } = await uploadImages(made, "main", [A, B, C]);
    expect([...uris.keys()]).toEqual([B]);
    expect(reasons.map(({ facts }) => facts["url"])).toEqual([A, C]);
    expect(calls.uploaded).toBe(1);
  });
});
