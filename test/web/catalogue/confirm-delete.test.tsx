import { beforeEach, expect, it, vi } from "vitest";
import { ConfirmDelete } from "../../../web/catalogue/confirm-delete";
import { ProductsModel } from "../../../web/catalogue/products";
import { createApp } from "../../../web/shell/app";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { aConnection } from "../support/connection";
import { aProductDetail } from "../support/product-detail";
import ConfirmDeleteOne from "../../../web/catalogue/confirm-delete-one";
import { button, draw, fakeServer, text, until } from "../support/render";

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

const type = (value: string) => {
  const input = document.querySelector<HTMLInputElement>("dialog input");
  if (!input) throw new Error("nothing to type into");
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
};

it("chosen listings are deleted once the connection's name was typed, one by its product's", async () => {
  for (const ids of [["7", "8"], ["7"]]) {
    const server = fakeServer({
      "GET /api/connections/:id/products/:productId": aProductDetail({ name: "Mug" }),
      "POST /api/connections/:id/listing-state": { taskId: "t1", count: 2 },
    });
    const { client } = createApp(server.send, document.documentElement, localStorage);
    const started: string[] = [];
    const dialog = (
      <ConfirmDelete
        selection={{ ids }}
        model={new ProductsModel(client, "c")}
        onClose={() => {}}
        onStarted={(taskId) => started.push(taskId)}
      />
    );
    const open = new ConnectionModel(client, "c");
    open.detail.put(aConnection());
    const connection = { id: "c", base: "/connections/c", model: open, detail: open.detail };
    draw(
      <ConnectionContext.Provider value={connection}>{dialog}</ConnectionContext.Provider>,
      server,
      "/connections/c/products",
    );
    await until(() => document.querySelector("dialog input") !== null);
    const typed = ids.length > 1 ? aConnection().name : "Mug";
    expect(document.querySelector("dialog label")?.textContent).toContain(typed);
    type(typed);
    const sent = () => server.calls.find(({ method }) => method === "POST")?.body;
    await until(() => sent() !== undefined);
    expect(sent()).toEqual({ selection: { ids }, action: "delete", confirmName: typed });
    if (ids.length > 1) await until(() => location.pathname === "/connections/c/tasks/t1");
    else await until(() => started.length === 1);
  }
});

it("a listing is deleted only once the product's name was typed", async () => {
  let sent = 0;
  let isClosed = false;
  draw(
    <ConfirmDeleteOne
      name="Mug "
      onSend={async () => {
        sent += 1;
        return { ok: true, value: null };
      }}
      onClose={() => {
        isClosed = true;
      }}
    />,
    fakeServer({}),
  );
  expect(text()).toContain("gone for good");
  expect(button("Delete").type).toBe("submit");
  type("mug");
  await until(() => document.querySelector("[aria-invalid]") !== null);
  expect(sent).toBe(0);
  type("Mug");
  await until(() => isClosed);
  expect(sent).toBe(1);
});
