import type { Context } from "../context";
import { fromMinor } from "../money";
import { advanceOrder } from "../orders/advance";
import { buyerCancels, sellerAnswers } from "../orders/cancellations";
import { packagesOf, type Order, type OrderStatus } from "../orders/order";
import { totalsOf } from "../orders/view";
import { action, html, type Html } from "./layout";

const URL_HERE = "/seller-center/orders";

/** The step a button offers at each status. */
const STEPS: Readonly<Partial<Record<OrderStatus, { label: string; to: OrderStatus }>>> = {
  UNPAID: { label: "Buyer pays", to: "ON_HOLD" },
  ON_HOLD: { label: "Release hold", to: "AWAITING_SHIPMENT" },
  AWAITING_SHIPMENT: { label: "Ship from here", to: "AWAITING_COLLECTION" },
  AWAITING_COLLECTION: { label: "Carrier collects", to: "IN_TRANSIT" },
  IN_TRANSIT: { label: "Deliver", to: "DELIVERED" },
  DELIVERED: { label: "Complete", to: "COMPLETED" },
};

const CANCELLABLE: ReadonlySet<OrderStatus> = new Set(["UNPAID", "ON_HOLD", "AWAITING_SHIPMENT"]);

function buttons(order: Order): Html[] {
  const step = STEPS[order.status];
  const { id, pendingCancelId } = order;
  const cancel = pendingCancelId ?? "";
  return [
    ...(step ? [action(URL_HERE, step.label, { id, action: "advance", status: step.to })] : []),
    ...(cancel !== ""
      ? [
          action(URL_HERE, "Approve cancellation", { cancel, action: "approve" }),
          action(URL_HERE, "Reject cancellation", { cancel, action: "reject" }),
        ]
      : []),
    ...(cancel === "" && CANCELLABLE.has(order.status)
      ? [action(URL_HERE, "Buyer cancels", { id, action: "buyer-cancel" })]
      : []),
  ];
}

function units(order: Order): Html[] {
  const skuIds = [...new Set(order.lines.map((line) => line.skuId))];
  return skuIds.map((skuId) => {
    const same = order.lines.filter((line) => line.skuId === skuId);
    const [first] = same;
    const code = first?.sellerSku || skuId;
    return html`<div>
      ${same.length} × ${first?.productName} <small>${first?.skuName}, ${code}</small>
    </div>`;
  });
}

function row(context: Context, order: Order): Html {
  const total = fromMinor(totalsOf(order).total, order.currency);
  const placed = new Date(order.createTime * 1000).toISOString().slice(0, 16).replace("T", " ");
  const parcels = packagesOf(context, order.id)
    .filter((parcel) => parcel.trackingNumber !== "")
    .map(
      (parcel) =>
        html`<div>
          <small>Tracking <code>${parcel.trackingNumber}</code></small>
        </div>`,
    );
  const asked = order.pendingCancelId
    ? html`<br /><small>The buyer asks to cancel</small>`
    : undefined;
  const { firstName, lastName, town } = order.address;
  return html`<tr>
    <td><code>${order.id}</code><br /><small>${placed} UTC</small></td>
    <td>${order.status}${asked}${parcels}</td>
    <td>${units(order)}</td>
    <td>${`${firstName} ${lastName}`}<br /><small>${town}, ${order.region}</small></td>
    <td>${`${total} ${order.currency}`}</td>
    <td>${buttons(order)}</td>
  </tr>`;
}

/** All orders, with buttons for the actions of buyer, carrier and seller. */
export function ordersPage(context: Context): Html {
  const orders = context.storage.list<Order>("tts:order").toReversed();
  const link = html`<p><a href="/seller-center/orders/new">Place a test order</a></p>`;
  if (orders.length === 0)
    return html`<p class="note">There are no orders yet.</p>
      ${link}`;
  return html`${link}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Order</th>
            <th>Status</th>
            <th>Items</th>
            <th>Buyer</th>
            <th>Total</th>
            <th>Actions</th>
          </tr>
        </thead>
        <tbody>
          ${orders.map((order) => row(context, order))}
        </tbody>
      </table>
    </div>`;
}

/** What the buttons of the orders page do. */
export function orderAction(context: Context, given: FormData): void {
  const id = String(given.get("id") ?? "");
  const what = given.get("action");
  if (what === "advance") advanceOrder(context, id, String(given.get("status")) as OrderStatus);
  if (what === "buyer-cancel") buyerCancels(context, id);
  if (what === "approve" || what === "reject")
    sellerAnswers(context, String(given.get("cancel") ?? ""), what);
}
