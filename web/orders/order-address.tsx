import type { OrderDetail } from "../../src/contract/orders";
import { t, tValue } from "./order-texts";
import "./order-address.css";

type Address = NonNullable<OrderDetail["address"]>;

/** Where the parcel goes as the buyer typed it, and what PrestaShop's order shows of it otherwise. */
export function OrderAddress({ address }: { address: Address | null }) {
  if (!address) return <>{t("order.noAddress")}</>;
  const partsOf = (kind: Address["remarks"][number]["kind"]) =>
    address.remarks
      .filter((remark) => remark.kind === kind)
      .map(({ part }) => tValue("order.part.", part));
  const [hidden, moved] = [partsOf("hidden"), partsOf("moved")];
  return (
    <>
      <address class="order-address">{[address.name, ...address.lines].join("\n")}</address>
      {hidden.length > 0 && <p class="muted">{t("order.addressHidden", { parts: hidden })}</p>}
      {moved.length > 0 && <p class="muted">{t("order.addressMoved", { parts: moved })}</p>}
    </>
  );
}
