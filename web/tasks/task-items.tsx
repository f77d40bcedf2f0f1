import type { TaskDetail } from "../../src/contract/tasks";
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

/** What came of each product of a task. */
export function TaskItems({ task, base }: { task: TaskDetail; base: string }) {
  if (task.items.length === 0) {
    const isPull = task.kind.startsWith("pull");
    return <p class="soft">{t(isPull ? "task.noItemsPull" : "task.noItems")}</p>;
  }
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
            <ProblemList reasons={item.reasons} base={base} productId={item.key} />
          )}
        </li>
      ))}
    </ul>
  );
}
