import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CheckedRow } from "../../../src/contract/sheets";
import { SHEET_LIMITS } from "../../../src/domain/sheets/sheet-limits";
import { ConnectionContext, ConnectionModel } from "../../../web/connections/connection";
import { createApp } from "../../../web/shell/app";
import SheetDialog from "../../../web/sheets/sheet-dialog";
import { aConnection } from "../support/connection";
import { draw, fakeServer, until, type FakeServer } from "../support/render";

const saved: { name: string; text: string }[] = [];
vi.mock("../../../web/sheets/save-file", () => ({
  saveFile: (name: string, text: string) => saved.push({ name, text }),
}));

const COLUMN = {
  id: "100",
  name: "Material",
  isRequired: true,
  isMultiple: false,
  isCustomizable: false,
  values: [{ id: "c", name: "Cotton" }],
};
const BASE = "/api/connections/:id/channel-categories/:categoryId/sheet" as const;
const checked = (line: number, productId: string, rest: Partial<CheckedRow>): CheckedRow => ({
  line,
  productId,
  state: "unchanged",
  causes: [],
  before: null,
  after: null,
  ...rest,
});

const sheetServer = () =>
  fakeServer({
    "GET /api/connections/:id": aConnection(),
    [`GET ${BASE}`]: { path: "Home > Mugs", columns: [COLUMN] },
    [`GET ${BASE}/rows`]: {
      rows: [{ productId: "7", name: "=Mug", skus: ["M"], brand: "", cells: { "100": "Cotton" } }],
      next: null,
    },
    [`POST ${BASE}/check`]: {
      rows: [
        checked(2, "7", {
          state: "valid",
          before: { Material: null },
          after: { Material: "Cotton" },
        }),
        checked(3, "8", {
          state: "error",
          causes: [{ code: "value_unknown", column: "Material", value: "Silk" }],
        }),
        checked(4, "9", {}),
      ],
    },
    [`POST ${BASE}/apply`]: { taskId: "t1", count: 1 },
    "GET /api/connections/:id/brands": {
      rows: [{ id: "7082427311584347905", name: "Nike", isAuthorized: false }],
      next: null,
    },
  });

const drawDialog = (server: FakeServer) => {
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  const open = { id: "c", base: "/connections/c", model, detail: model.detail };
  return draw(
    <ConnectionContext.Provider value={open}>
      <SheetDialog categoryId="601" path="Home > Mugs" onClose={() => {}} />
    </ConnectionContext.Provider>,
    server,
  );
};

const text = () => document.body.textContent ?? "";
const button = (name: RegExp) =>
  [...document.querySelectorAll("button")].find((one) => name.test(one.textContent ?? ""));
const upload = (content: string, name = "Mugs.csv") => {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  Object.defineProperty(input, "files", { value: [new File([content], name)], configurable: true });
  input?.dispatchEvent(new Event("change", { bubbles: true }));
};

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  saved.length = 0;
});

describe("the dialog that edits by CSV", () => {
  it("hands out the products of the category as a safe file", async () => {
    const app = drawDialog(sheetServer());
    button(/Download CSV/)?.click();
    await until(() => saved.length === 1);
    expect(saved[0]?.name).toBe("Mugs.csv");
    const lines = saved[0]?.text.split("\r\n");
    expect(lines?.[0]).toBe('\ufeff"Product ID","Name","SKUs","Brand ID","Material * [100]"');
    expect(lines?.[1]).toContain("required, one value, listed values only");
    expect(lines?.[2]).toBe('"# allowed values",,,,"Cotton"');
    expect(lines?.[3]).toBe(`"7","'=Mug","M",,"Cotton"`);
    await until(() => app.said.value.includes("1 product downloaded"));
  });

  it("shows what is valid and what is not, writes nothing before it is confirmed", async () => {
    const server = sheetServer();
    drawDialog(server);
    expect(button(/Update products/)?.disabled).toBe(true);
    upload("Product ID;Material * [100]\n7;Cotton\n8;Silk\n9;\n7x;a\n7x;b");
    await until(() => text().includes("1 valid, 3 with errors, 1 without a change."));
    expect(text()).toContain("“Silk” is not among the allowed values");
    expect(text()).toContain("The product is there more than once (5, 6)");
    expect(text()).toContain("none → Cotton");
    const sent = server.calls.find(({ path }) => path.endsWith("/check"))?.body as {
      upload: string;
      rows: unknown[];
    };
    // Rows that the file itself refutes are not sent.
    expect(sent.rows).toHaveLength(3);
    expect(server.calls.some(({ path }) => path.endsWith("/apply"))).toBe(false);

    button(/Download rows with errors/)?.click();
    await until(() => saved.length === 1);
    expect(saved[0]?.name).toBe("Mugs-errors.csv");
    expect(saved[0]?.text).toContain('"8","Silk","Material: “Silk” is not among');

    saved.length = 0;
    button(/Download what changes/)?.click();
    await until(() => saved.length === 1);
    expect(saved[0]?.name).toBe("Mugs-changes.csv");
    expect(saved[0]?.text.split("\r\n").slice(0, 2)).toEqual([
      '\ufeff"Row","Product","What changes"',
      expect.stringMatching(/^"\d","\d","Material: none → Cotton"$/),
    ]);

    button(/Update 1 product$/)?.click();
    await until(() => location.pathname === "/connections/c/tasks/t1");
    const applied = server.calls.find(({ path }) => path.endsWith("/apply"));
    expect(applied?.body).toEqual({ upload: sent.upload });
  });

  it("goes on where a check was broken off, and checks nothing twice", async () => {
    const lines = (body: unknown) =>
      (body as { rows: { line: number }[] }).rows.map(({ line }) => line);
    let isDown = true;
    const whole = sheetServer();
    const checks: number[][] = [];
    const send: typeof fetch = async (input, init) => {
      if (!String(input).endsWith("/check")) return whole.send(input, init);
      const sent = lines(JSON.parse(String(init?.body)));
      if (isDown && checks.length === 1) throw new TypeError("offline");
      checks.push(sent);
      const rows = sent.map((line) => checked(line, String(line), { state: "unchanged" }));
      return Response.json({ rows });
    };
    drawDialog({ ...whole, send });
    const rows = Array.from({ length: SHEET_LIMITS.rowsAtOnce + 5 }, (_, at) => `${at + 1},Cotton`);
    upload(["Product ID,Material * [100]", ...rows].join("\n"));
    await until(() => text().includes("was broken off"));
    expect(text()).toContain(`${SHEET_LIMITS.rowsAtOnce} of ${rows.length} rows are checked.`);
    isDown = false;
    button(/Go on/)?.click();
    await until(() => text().includes(`${rows.length} without a change.`));
    expect(text()).not.toContain("was broken off");
    expect(checks.map(({ length }) => length)).toEqual([SHEET_LIMITS.rowsAtOnce, 5]);
    expect(new Set(checks.flat()).size).toBe(rows.length);
  });

  it("says why a file is not read, and why the server refuses", async () => {
    const server = sheetServer();
    drawDialog(server);
    upload("Product ID,Price\n7,1");
    await until(() => text().includes("These columns are not of this category: Price"));
    upload("PK\u0003\u0004");
    await until(() => text().includes("This is a workbook"));
    expect(server.calls.some(({ path }) => path.endsWith("/check"))).toBe(false);
    const refusing = fakeServer({
      [`GET ${BASE}`]: { status: 422, error: { code: "category.forbidden", facts: {} } },
    });
    drawDialog(refusing);
    upload("Product ID\n7");
    await until(() => document.querySelector("[role=alert]") !== null);
  });

  it("copies a brand with its name, so that no spreadsheet shortens it", async () => {
    const copied: string[] = [];
    vi.stubGlobal("navigator", {
      ...navigator,
      language: "en",
      clipboard: { writeText: async (value: string) => void copied.push(value) },
    });
    drawDialog(sheetServer());
    const input = document.querySelector<HTMLInputElement>("input[type=search]");
    if (!input) throw new Error("no search");
    input.value = "nike";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await until(() => input.value === "nike");
    input.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await until(() => text().includes("7082427311584347905 (Nike)"));
    expect(text()).toContain("not authorised");
    button(/^Copy$/)?.click();
    await until(() => copied.length === 1);
    expect(copied).toEqual(["7082427311584347905 (Nike)"]);
    vi.unstubAllGlobals();
  });
});
