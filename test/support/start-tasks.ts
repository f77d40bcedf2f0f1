/** Short ways to start work on chosen products. */
import type { ParametersOf } from "../../src/tasks/kinds";
import type { Services } from "../../src/tasks/services";
import { startSelected } from "../../src/tasks/start-selected";

type Selection = ParametersOf<"push-products">["selection"];

export const startPush = startOf("push-products");
export const startRepull = startOf("repull-products");

export function startUpdate(
  services: Services,
  connectionId: string,
  selection: Selection,
  what: "stock" | "price",
  startedBy: string,
) {
  return startSelected(services, connectionId, `update-${what}`, { selection }, startedBy);
}

export function startListingState(
  services: Services,
  connectionId: string,
  selection: Selection,
  action: "activate" | "deactivate" | "delete",
  startedBy: string,
) {
  const parameters = { selection, action };
  return startSelected(services, connectionId, "change-listing-state", parameters, startedBy);
}

function startOf(kind: "push-products" | "repull-products") {
  return (services: Services, connectionId: string, selection: Selection, startedBy: string) =>
    startSelected(services, connectionId, kind, { selection }, startedBy);
}
