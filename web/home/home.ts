/** What a connection still needs until it works by itself, derived from its figures and settings. Pure. */
import type { ConnectionSettings } from "../../src/contract/connection-settings";
import type { HomeView } from "../../src/contract/home";

export interface NextStep {
  key: "package" | "carriers" | "pull" | "map" | "push" | "orders";
  isDone: boolean;
  path: string;
}

type Needed = Pick<ConnectionSettings, "packageDefaults" | "carrierMap">;

/** The steps from an empty connection to orders in the store; null once every one is done. */
export function nextSteps(view: HomeView, settings: Needed): NextStep[] | null {
  const { products, orders, categories } = view;
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const hasProducts = sum(products) > 0;
  const hasPushed = products.synced + products.update_failed > 0;
  // A suggestion that comes later is a thing to do, not a step back.
  const isMapped = categories.mapped > 0 && (categories.suggested === 0 || hasPushed);
  const steps: NextStep[] = [
    { key: "package", isDone: settings.packageDefaults !== null, path: "/settings#package" },
    { key: "carriers", isDone: settings.carrierMap.length > 0, path: "/settings#carriers" },
    { key: "pull", isDone: hasProducts, path: "/products?pull=1" },
    { key: "map", isDone: hasProducts && isMapped, path: "/categories" },
    { key: "push", isDone: hasPushed, path: "/products" },
    // Orders that the shop had before do not show that the way works.
    { key: "orders", isDone: orders.unfulfilled + orders.fulfilled > 0, path: "/orders" },
  ];
  return steps.every(({ isDone }) => isDone) ? null : steps;
}
