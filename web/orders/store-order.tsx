import type { OrderRow } from "../../src/contract/orders";
import { t } from "../i18n/t";

type Named = Pick<OrderRow, "sourceOrderId" | "sourceReference" | "sourceOrderUrl">;

/** What the store calls the order, leading there where the address of its back office is known. */
export function StoreOrder({ order, none }: { order: Named; none: string }) {
  const { sourceOrderId, sourceReference, sourceOrderUrl } = order;
  if (!sourceOrderId) return <span class="table-empty-cell">{none}</span>;
  const name = (
    <>
      {sourceReference ?? sourceOrderId}
      {sourceReference && <span class="soft small"> #{sourceOrderId}</span>}
    </>
  );
  if (!sourceOrderUrl) return <span class="number">{name}</span>;
  return (
    <a class="number" href={sourceOrderUrl} target="_blank" rel="noreferrer">
      {name}
      <span class="visually-hidden"> ({t("order.openStore")})</span>
    </a>
  );
}
