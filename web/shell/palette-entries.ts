/** What the palette offers, and the search of products and orders behind it. */
import { createModel, signal } from "@preact/signals";
import type { ConnectionView } from "../../src/contract/connections";
import { searchTerms, foldText } from "../../src/domain/search-text";
import type { Answer, Client } from "../api/client";
import type { ConnectionModel } from "../connections/connection";
import { t } from "./palette-texts";
import { WORKSPACE_PAGES } from "./workspace-pages";

export interface PaletteEntry {
  key: string;
  label: string;
  /** What kind of thing it is. */
  hint: string;
  run: () => unknown;
}

interface Surroundings {
  id: string;
  base: string;
  connection: InstanceType<typeof ConnectionModel>;
  route: (path: string) => void;
  say: (text: string) => void;
  onShortcuts: () => void;
}

type Products = Answer<"GET /api/connections/:id/products">["rows"];
type Orders = Answer<"GET /api/connections/:id/orders">["rows"];

/** Typing pauses that long before the server is asked. */
const PAUSE_MS = 200;
const LEAST_CHARS = 2;
/** Of each kind; the lists have all. */
const SHOWN = 6;

export const PaletteModel = createModel((client: Client, around: Surroundings) => {
  const { id, base, connection, route, say, onShortcuts } = around;
  const params = { id };
  const products = signal<Products>([]);
  const orders = signal<Orders>([]);
  const isSearching = signal(false);
  let newest = 0;

  const ask = async (search: string) => {
    newest += 1;
    const mine = newest;
    const query = { search };
    const [found, sold] = await Promise.all([
      client.call("GET /api/connections/:id/products", { params, query }),
      client.call("GET /api/connections/:id/orders", { params, query }),
    ]);
    if (mine !== newest) return;
    products.value = found.ok ? found.value.rows.slice(0, SHOWN) : [];
    orders.value = sold.ok ? sold.value.rows.slice(0, SHOWN) : [];
    isSearching.value = false;
  };
  /** Asks for what is typed once it pauses; answers how to give it up. */
  const search = (typed: string) => {
    const text = typed.trim();
    if (text.length < LEAST_CHARS) {
      newest += 1;
      products.value = [];
      orders.value = [];
      isSearching.value = false;
      return;
    }
    isSearching.value = true;
    const timer = setTimeout(() => void ask(text), PAUSE_MS);
    return () => clearTimeout(timer);
  };
  const refreshOrders = async () => {
    const result = await client.call("POST /api/connections/:id/orders/refresh", {
      params,
      body: {},
    });
    if (result.ok) route(`${base}/tasks/${encodeURIComponent(result.value.taskId)}`);
  };
  const pause = async (isPaused: boolean) => {
    if ((await connection.pause(isPaused)).ok) say(t("common.saved"));
  };
  /** Pages of the connection, and what can be done to it. */
  const known = (): PaletteEntry[] => {
    const state = connection.detail.value.value?.state;
    const action = (key: string, label: string, run: () => unknown): PaletteEntry => ({
      key,
      label,
      hint: t("palette.action"),
      run,
    });
    return [
      ...WORKSPACE_PAGES.map((page) => ({
        key: page,
        label: t(`nav.${page}`),
        hint: t("palette.page"),
        run: () => route(page === "home" ? base : `${base}/${page}`),
      })),
      action("pull", t("action.pull"), () => route(`${base}/products?pull=1`)),
      action("refresh-orders", t("orders.refresh"), refreshOrders),
      ...(state === "active" ? [action("pause", t("settings.pause"), () => pause(true))] : []),
      ...(state === "paused" ? [action("resume", t("settings.resume"), () => pause(false))] : []),
      action("new", t("connections.create"), () => route("/connections/new")),
      action("shortcuts", t("shortcuts.title"), onShortcuts),
      action("help", t("nav.help"), () => route("/help")),
    ];
  };
  const switches = (others: readonly ConnectionView[]): PaletteEntry[] =>
    others
      .filter((one) => one.id !== id)
      .map((one) => ({
        key: `connection:${one.id}`,
        label: one.name,
        hint: t("palette.connection"),
        run: () => route(`/connections/${encodeURIComponent(one.id)}`),
      }));
  return { products, orders, isSearching, search, known, switches };
});

/** What the server found; its own search decided that it fits. */
export function foundEntries(
  { products, orders }: Pick<InstanceType<typeof PaletteModel>, "products" | "orders">,
  base: string,
  route: (path: string) => void,
): PaletteEntry[] {
  return [
    ...products.value.map((row) => ({
      key: `product:${row.id}`,
      label: row.name,
      hint: [t("palette.product"), row.skus[0]].filter(Boolean).join(" · "),
      run: () => route(`${base}/products/${encodeURIComponent(row.id)}`),
    })),
    ...orders.value.map((row) => ({
      key: `order:${row.id}`,
      label: row.id,
      hint: [t("palette.order"), row.buyerName, row.sourceReference].filter(Boolean).join(" · "),
      run: () => route(`${base}/orders/${encodeURIComponent(row.id)}`),
    })),
  ];
}

/** Every term that is typed begins or stands in the entry's text. */
export function fits({ label, hint }: PaletteEntry, typed: string): boolean {
  const text = foldText(`${label} ${hint}`);
  return searchTerms(typed).every((term) => text.includes(term));
}
