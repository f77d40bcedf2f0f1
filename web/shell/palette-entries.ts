/** What the palette offers, and the search of products and orders behind it. */
import { computed, createModel, signal } from "@preact/signals";
import type { ConnectionView } from "../../src/contract/connections";
import { searchTerms, foldText } from "../../src/domain/search-text";
import type { Answer, Client } from "../api/client";
import type { ConnectionModel } from "../connections/connection";
import { createResource } from "../data/resource";
import { problemText } from "../i18n/problems";
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
  const sought = signal("");
  const isTyping = signal(false);
  const found = createResource(() =>
    client.call("GET /api/connections/:id/products", { params, query: { search: sought.value } }),
  );
  const sold = createResource(() =>
    client.call("GET /api/connections/:id/orders", { params, query: { search: sought.value } }),
  );
  const products = computed<Products>(() => found.value.value?.rows.slice(0, SHOWN) ?? []);
  const orders = computed<Orders>(() => sold.value.value?.rows.slice(0, SHOWN) ?? []);
  /** Until both have answered; what failed and is asked for again has not. */
  const isSearching = computed(
    () =>
      isTyping.value ||
      [found, sold].some(
        ({ isLoading, error, isRefused }) =>
          isLoading.value || (error.value !== null && !isRefused.value),
      ),
  );

  /** Asks for what is typed once it pauses; answers how to give it up. */
  const search = (typed: string) => {
    const text = typed.trim();
    isTyping.value = text.length >= LEAST_CHARS;
    if (!isTyping.value) {
      found.clear();
      sold.clear();
      return;
    }
    const timer = setTimeout(() => {
      sought.value = text;
      void Promise.all([found.reload(), sold.reload()]);
      isTyping.value = false;
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  };
  const refreshOrders = async () => {
    const result = await client.call("POST /api/connections/:id/orders/refresh", {
      params,
      body: {},
    });
    if (result.ok) route(`${base}/tasks/${encodeURIComponent(result.value.taskId)}`);
    else say(problemText(result.error).what);
  };
  const pause = async (isPaused: boolean) => {
    const result = await connection.pause(isPaused);
    say(result.ok ? t("common.saved") : problemText(result.error).what);
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
      action("map", t("palette.map"), () => route(`${base}/map`)),
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
