import { describe, expect, it } from "vitest";
import { ApiError } from "../../../src/contract/common";
import { contract } from "../../../src/contract/contract";
import { isFile, type RouteContract } from "../../../src/contract/route";
import { fillPath, splitKey } from "../../../src/contract/route-key";
import { AccountSettings } from "../../../src/contract/account-settings";
import { ConnectionSettings } from "../../../src/contract/connection-settings";
import { holdTo } from "../../support/contract-answers";
import { ui } from "../../../src/i18n/en/ui";
import { answer } from "./fixtures.mjs";

const CONNECTIONS = ["full", "empty", "setup", "channel", "shop", "gone"];
const ITEMS = {
  productId: "4",
  orderId: "577087614418521004",
  sourceCategoryId: "3",
  categoryId: "601226",
  taskId: "t1",
  userId: "usr_2",
  invitationId: "inv_1",
  sessionId: "ses_2",
  reportId: "rec_2",
};

const routes = Object.entries<RouteContract>(contract).flatMap(([key, entry]) =>
  isFile(entry.answer) ? [] : [{ key, schema: entry.answer }],
);

describe("the fixtures of the pages", () => {
  it.each(routes)("answer $key in the shape of the contract", ({ key, schema }) => {
    const { method, path } = splitKey(key);
    const ids = path.includes("/:id") ? CONNECTIONS : [""];
    for (const id of ids) {
      const url = new URL(fillPath(path, { params: { ...ITEMS, id } }), "https://weft.example");
      const { status = 200, body } = answer(method, url);
      holdTo(status === 200 ? schema : ApiError, body, `${key} of ${id}`);
    }
  });
});

describe("the settings of a connection and of the account", () => {
  it("each have a label among the texts", () => {
    for (const name of Object.keys({ ...ConnectionSettings.shape, ...AccountSettings.shape }))
      expect({ ...ui.settings, ...ui.shared }).toHaveProperty([`settings.${name}`]);
  });
});
