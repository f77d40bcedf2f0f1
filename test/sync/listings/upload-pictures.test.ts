import { expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { withPictureUrl } from "../../../src/sync/listings/upload-pictures";

const uris = {
  main: new Map([["https://shop.example/1.jpg", "tos-1/a"]]),
  option: new Map([["https://shop.example/2.jpg", "tos-2/b"]]),
};
const refused = (vendorMessage: string) =>
  new SyncError("merchant", "tiktok.image", { vendorCode: 12052301, vendorMessage });

it("tells by the store's address which picture the channel refused by its own uri", () => {
  const { code, facts } = withPictureUrl(refused("check uri tos-2/b: too small"), uris);
  expect([code, facts["url"]]).toEqual(["tiktok.image", "https://shop.example/2.jpg"]);
});

it("leaves an answer as it is that names none", () => {
  expect(withPictureUrl(refused("title too long"), uris).facts).not.toHaveProperty("url");
});
