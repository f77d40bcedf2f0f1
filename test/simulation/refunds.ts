/** Money that went back in the store stands on its order in Weft, for TikTok Shop is told nothing of it. */
import type { Participants } from "./participants";
import type { Violation } from "./violation";

interface Shown {
  refunds?: readonly { totalMinor: number }[];
}

export function judgeRefunds(people: Participants): Violation[] {
  const { database } = people.system.worker;
  return people.orders.flatMap((id): Violation[] => {
    const [inStore] = people.storeOrdersOf(id);
    const given = inStore ? (people.givenBack.get(inStore.id) ?? 0) : 0;
    if (given === 0) return [];
    const asked = `SELECT store_money FROM sales_order WHERE channel_order_id = ?`;
    const [row] = database.rows(asked, [id]);
    const { refunds = [] } = JSON.parse(String(row?.[0] ?? "{}")) as Shown;
    const shown = refunds.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    if (shown === given) return [];
    return [{ rule: "refund shown", text: `${given} went back in the store, ${shown} is shown` }];
  });
}
