/** What a new connection still needs, derived from its figures. Pure. */
import type { HomeView } from "../../src/contract/home";

export interface NextStep {
  key: "pull" | "map" | "push" | "orders";
  isDone: boolean;
  path: string;
}

/** The way from an empty connection to its first order; null once orders arrive. */
export function nextSteps({ products, orders, categories }: HomeView): NextStep[] | null {
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const hasProducts = sum(products) > 0;
  const isMapped = hasProducts && categories.mapped > 0 && categories.suggested === 0;
  const hasPushed = products.synced + products.update_failed > 0;
  const hasOrders = sum(orders) > 0;
  if (hasOrders) return null;
  return [
    { key: "pull", isDone: hasProducts, path: "/products?pull=1" },
    { key: "map", isDone: isMapped, path: "/categories" },
    { key: "push", isDone: hasPushed, path: "/products" },
    { key: "orders", isDone: false, path: "/orders" },
  ];
}
