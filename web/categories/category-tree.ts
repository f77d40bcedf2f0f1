import { computed, createModel, signal } from "@preact/signals";
import type { ChannelCategoryRow } from "../../src/contract/categories";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

const ROOT = "0";

/** Only a leaf the shop may sell in today takes products. */
export function canChoose(row: Pick<ChannelCategoryRow, "isLeaf" | "permission">): boolean {
  return row.isLeaf && row.permission === "available";
}

/** TikTok's category tree as one walks or searches it; read level by level. */
export const CategoryTreeModel = createModel((client: Client, id: string) => {
  const path = signal<readonly ChannelCategoryRow[]>([]);
  const search = signal("");
  const sought = signal("");
  const isSearching = computed(() => sought.value !== "");
  const rows = createResource(() => {
    const query = sought.value
      ? { search: sought.value }
      : { parent: path.value.at(-1)?.id ?? ROOT };
    return client.call("GET /api/connections/:id/channel-categories", { params: { id }, query });
  });
  const find = (text: string) => {
    sought.value = text;
    return rows.reload();
  };
  const enter = (row: ChannelCategoryRow) => {
    path.value = [...path.value, row];
    sought.value = "";
    search.value = "";
    return rows.reload();
  };
  /** Back to a level: 0 is all departments. */
  const climb = (level: number) => {
    path.value = path.value.slice(0, level);
    return rows.reload();
  };
  const type = (text: string) => {
    search.value = text;
  };
  return { path, search, isSearching, rows, find, enter, climb, type };
});
