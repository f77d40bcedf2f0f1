import type { TaskDetail } from "../../src/contract/tasks";
import { LISTED_NEW } from "../../src/domain/catalogue/pulled-product";
import { t, tValue } from "../i18n/t";
import { Badge, type Tone } from "../ui/badge";
import { ItemChange } from "./item-change";
import { ProblemList } from "../problems/problem-list";
import "./task-items.css";

const TONES: Readonly<Record<string, Tone>> = {
  waiting: "plain",
  running: "info",
  done: "good",
  failed: "bad",
  skipped: "plain",
};

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

function ItemList({ task, base }: { task: TaskDetail; base: string }) {
  return (
    <ul class="task-items" aria-label={t("task.items")}>
      {task.items.map((item) => (
        <li key={item.key} class="task-item">
          <div class="row-between">
            <strong>{item.label}</strong>
            <Badge tone={TONES[item.state] ?? "plain"}>{tValue("task.item.", item.state)}</Badge>
          </div>
          <ItemChange before={item.before} after={item.after} />
          {item.reasons.length > 0 && (
            <ProblemList
              reasons={item.reasons}
              base={base}
              productId={item.key}
              isProblem={item.state !== "skipped"}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
