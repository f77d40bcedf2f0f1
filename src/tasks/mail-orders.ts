import { listPeople } from "../db/accounts/people";
import { listMailsWanted, noteMailed } from "../db/orders/order-mails";
import type { Services } from "./services";

/** Mails the owners of connections with orders that failed after their last retry: one mail, however many. */
export async function sweepOrderMails(services: Services): Promise<void> {
  const { db, now } = services;
  for (const wanted of await listMailsWanted(db, now())) {
    const people = await listPeople(db, wanted.accountId);
    if (!(await noteMailed(db, wanted.connectionId, now()))) continue;
    for (const { email, role } of people)
      if (role === "owner") await services.mailOrders(email, wanted);
  }
}
