import { signal } from "@preact/signals";
import { expect, it } from "vitest";
import { DataTable, type Column } from "../../../web/ui/data-table";
import { draw, fakeServer, until } from "../support/render";

interface Row {
  id: string;
  stock: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "id", label: "Product", isRowHead: true, cell: (row) => row.id },
  { key: "stock", label: "Stock", align: "end", cellClass: "number", cell: (row) => row.stock },
  { key: "menu", label: "Actions", isLabelHidden: true, cell: () => <button type="button" /> },
];

it("draws the rows in sight of a window's first table before the others, and a later table at once", async () => {
  const rows = Array.from({ length: 50 }, (_, index) => ({ id: String(index), stock: 1 }));
  const drawn = () => document.querySelectorAll("tbody tr").length;
  const table = (caption: string) => (
    <DataTable
      key={caption}
      caption={caption}
      columns={COLUMNS}
      rows={rows}
      keyOf={({ id }) => id}
    />
  );
  const caption = signal("Products");
  const Page = () => table(caption.value);
  draw(<Page />, fakeServer({}));
  const first = drawn();
  await until(() => drawn() === 50);
  caption.value = "Orders";
  await until(() => document.querySelector("caption")?.textContent === "Orders");
  expect([first < 50 && first >= 10, drawn()]).toEqual([true, 50]);
});

it("draws each cell under the head of its column, and names it for narrow screens", () => {
  const rows = [{ id: "7", stock: 4 }];
  const table = (
    <DataTable caption="Products" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
  );
  draw(table, fakeServer({}));
  const heads = [...document.querySelectorAll("thead th")];
  const cells = [...document.querySelectorAll("tbody tr > *")];
  expect(heads.map((head) => head.textContent)).toEqual(["Product", "Stock", "Actions"]);
  expect(cells.map((cell) => cell.textContent)).toEqual(["7", "4", ""]);
  expect(cells.map((cell) => cell.getAttribute("data-label"))).toEqual([null, "Stock", null]);
  expect(cells[0]?.getAttribute("scope")).toBe("row");
  expect([heads[1]?.className, cells[1]?.className]).toEqual(["align-end", "align-end number"]);
});
