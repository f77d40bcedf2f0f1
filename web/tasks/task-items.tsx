import type { TaskDetail } from "../../src/contract/tasks";
import { LISTED_NEW } from "../../src/domain/catalogue/pulled-product";
import { t, tValue } from "./page-texts";
import { Badge, type Tone } from "../ui/badge";
import { later } from "../shell/later";
import { ProblemList } from "../problems/problem-list";
import "./task-items.css";

const TONES: Readonly<Record<string, Tone>> = {
  waiting: "plain",
  running: "info",
  done: "good",
  failed: "bad",
  skipped: "plain",
};

const ItemChange = later(() => import("./item-change"));

interface TaskItemsProps {
  task: TaskDetail;
  base: string;
  /** Only those of one state are asked for. */
  isFiltered: boolean;
}

/** What came of each product of a task. */
export function TaskItems({ task, base, isFiltered }: TaskItemsProps) {
  if (task.items.length === 0) return <p class="soft">{emptyText(task, isFiltered)}</p>;
  const { created = 0 } = task.counts;
  return (
    <>
      {created > LISTED_NEW && (
        <p class="soft">{t("task.listedNew", { listed: LISTED_NEW, count: created })}</p>
      )}
      <ItemList task={task} base={base} />
    </>
  );
}

/** A pull lists what changed; those of 0.2 kept counts only. */
function emptyText({ kind, state, counts }: TaskDetail, isFiltered: boolean): string {
  if (isFiltered || kind !== "pull-products" || state !== "completed") return t("task.noItems");
  const { created = 0, updated = 0, deleted = 0 } = counts;
  return t(created + updated + deleted > 0 ? "task.noItemsPull" : "task.nothingChanged");
}

type Item = TaskDetail["items"][number];

/** Tasks whose items are products, by their ids. */
const OF_PRODUCTS: readonly string[] = [
  "pull-products",
  "push-products",
  "repull-products",
  "update-stock",
  "update-price",
  "change-listing-state",
  "refresh-listings",
  "apply-sheet",
];

type Place = "products" | "orders" | null;

/** Where the pages of a task's items are; null: they have none. */
function placeOf(kind: string): Place {
  if (kind === "sync-missed-orders") return "orders";
  return OF_PRODUCTS.includes(kind) ? "products" : null;
}

/** Items with the same reasons and nothing else to say are one group, where the first of them stands. */
export function groupItems(items: readonly Item[]): Item[][] {
  const groups = Map.groupBy(items, ({ key, state, reasons, before, after }) =>
    reasons.length > 0 && !before && !after ? JSON.stringify([state, reasons]) : `item:${key}`,
  );
  return [...groups.values()];
}

function ItemList({ task, base }: { task: TaskDetail; base: string }) {
  const place = placeOf(task.kind);
  return (
    <ul class="task-items" aria-label={t("task.items")}>
      {groupItems(task.items).map((items) => (
        <ItemGroup key={items[0]?.key} items={items} base={base} place={place} />
      ))}
    </ul>
  );
}

interface ItemGroupProps {
  items: readonly Item[];
  base: string;
  place: Place;
}

/** What was said of one item, or of several alike: once, under their names. */
function ItemGroup({ items, base, place }: ItemGroupProps) {
  const isOfProducts = place === "products";
  const [item, ...more] = items;
  if (!item) return null;
  const name = (one: Item) =>
    place ? (
      <a key={one.key} href={`${base}/${place}/${encodeURIComponent(one.key)}`}>
        {one.label}
      </a>
    ) : (
      <span key={one.key}>{one.label}</span>
    );
  return (
    <li class="task-item">
      <div class="row-between">
        <strong>
          {more.length > 0 && isOfProducts ? t("task.group", { count: items.length }) : name(item)}
        </strong>
        <Badge tone={TONES[item.state] ?? "plain"}>{tValue("task.item.", item.state)}</Badge>
      </div>
      {(item.before || item.after) && <ItemChange before={item.before} after={item.after} />}
      {item.reasons.length > 0 && (
        <ProblemList
          reasons={item.reasons}
          base={base}
          {...(more.length === 0 && isOfProducts ? { productId: item.key } : {})}
          isProblem={item.state !== "skipped"}
        />
      )}
      {more.length > 0 && <p class="small task-names">{(isOfProducts ? items : more).map(name)}</p>}
    </li>
  );
}
