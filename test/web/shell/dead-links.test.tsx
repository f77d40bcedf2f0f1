import { describe, expect, it } from "vitest";
import Setup from "../../../web/connections/setup/setup-page";
import { useModel } from "@preact/signals";
import { createResource } from "../../../web/data/resource";
import { Loaded } from "../../../web/data/loaded";
import { useListAddress } from "../../../web/data/use-list-address";
import { OrdersModel } from "../../../web/orders/orders";
import { LoadProblem } from "../../../web/problems/problem-notice";
import Workspace from "../../../web/shell/workspace";
import { createClient } from "../../../web/api/client";
import { me } from "../support/account";
import { draw, fakeServer, text, until } from "../support/render";

const refusal = (status: number, code: string, facts = {}) => ({ status, error: { code, facts } });
const linkOf = (label: string) =>
  [...document.querySelectorAll("a")]
    .find((one) => one.textContent?.trim() === label)
    ?.getAttribute("href");

describe("a link to what is not there", () => {
  it("says so and leads to the list, without another try", async () => {
    draw(
      <LoadProblem reason={{ code: "product.not_found", facts: {} }} onRetry={() => {}} />,
      fakeServer({}),
      "/connections/c/products/99999",
    );
    await until(() => linkOf("Products") === "/connections/c/products");
    expect(text()).not.toContain("Try again");
  });

  it("shows no pages of a connection that does not exist", async () => {
    const server = fakeServer({
      "GET /api/me": me,
      "GET /api/connections/:id": refusal(404, "connection.not_found"),
    });
    const app = draw(<Workspace params={{ id: "nope" }} />, server, "/connections/nope");
    void app.session.load();
    await until(() => linkOf("All connections") === "/connections");
    expect(text()).toContain("Page not found");
    expect(linkOf("Orders")).toBeUndefined();
    expect(document.querySelector("h1")).toBeTruthy();
  });

  it("nor the set-up of one", async () => {
    const server = fakeServer({
      "GET /api/me": me,
      "GET /api/connections/:id": refusal(404, "connection.not_found"),
    });
    const app = draw(<Setup params={{ id: "nope" }} />, server, "/connections/nope/setup");
    void app.session.load();
    await until(() => linkOf("All connections") === "/connections");
    expect(document.querySelector("h1")?.textContent).toBe("Page not found");
  });

  it("names code and facts where the words ask for a report", () => {
    const reason = { code: "weft.unexpected_answer", facts: { status: 500 } };
    draw(<LoadProblem reason={reason} onRetry={() => {}} />, fakeServer({}));
    expect(text()).toContain("weft.unexpected_answer · status: 500");
  });
});

describe("a list whose address asks for something else", () => {
  const rowsOf = (name: string) => ({ rows: [name], name });

  it("never shows the rows of another tab while the new ones are read", async () => {
    let answer = (_value: { ok: true; value: { rows: string[]; name: string } }) => {};
    const page = createResource(
      () =>
        new Promise<{ ok: true; value: { rows: string[]; name: string } }>(
          (done) => (answer = done),
        ),
    );
    draw(<Loaded resource={page}>{(value) => <p>{value.name}</p>}</Loaded>, fakeServer({}));
    void page.reload();
    answer({ ok: true, value: rowsOf("old rows") });
    await until(() => text().includes("old rows"));
    void page.reloadOther();
    await until(() => text().includes("Loading"));
    expect(text()).not.toContain("old rows");
    expect(page.value.value?.name).toBe("old rows");
    answer({ ok: true, value: rowsOf("new rows") });
    await until(() => text().includes("new rows"));
    // The same rows read again stay in sight meanwhile.
    void page.reload();
    expect(text()).toContain("new rows");
  });

  it("goes back to the first page where its place is no more", async () => {
    const server = fakeServer({
      "GET /api/connections/:id/orders": refusal(400, "request.invalid", { fields: ["cursor"] }),
    });
    const client = createClient(server.send, () => {});
    const List = () => {
      const model = useModel(() => new OrdersModel(client, "c"));
      useListAddress("/connections/c/orders", { tab: "waiting" }, model.page, (cursor) =>
        model.show({ tab: "waiting" }, cursor),
      );
      return <p>list</p>;
    };
    draw(<List />, server, "/connections/c/orders?tab=waiting&cursor=old");
    await until(() => location.search === "?tab=waiting");
  });
});
