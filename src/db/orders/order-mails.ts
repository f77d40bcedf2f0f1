/** Which connections have orders that failed after their last retry, and whose owners know of it. */
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../database";
import { orderMail } from "../schema/orders";

/** Orders that stay so are mailed about once more. */
const AGAIN_MS = 24 * 3_600_000;
const MOST_MAILS = 20;

export interface MailWanted {
  connectionId: string;
  connectionName: string;
  accountId: string;
  orders: number;
}

/** An order's problem that a person has to see to; one in the archive was put away by a person. */
const needsPerson = (problem: SQL) => sql`${problem}.code = 'order.needs_action'
  AND ${problem}.key LIKE 'order:%' AND NOT EXISTS (SELECT 1 FROM sales_order AS o
    WHERE o.connection_id = ${problem}.connection_id AND o.is_archived
      AND o.channel_order_id = substr(${problem}.key, instr(${problem}.key, ':') + 1))`;

/** Once nothing of a connection needs anybody, the next order that does is news. `now` in epoch ms. */
export async function listMailsWanted(db: Database, now: number): Promise<MailWanted[]> {
  await db.delete(orderMail).where(
    sql`NOT EXISTS (SELECT 1 FROM problem WHERE problem.connection_id = ${orderMail.connectionId}
      AND ${needsPerson(sql`problem`)})`,
  );
  return db.all(sql`
    SELECT c.id AS connectionId, c.name AS connectionName, c.account_id AS accountId,
      count(*) AS orders
    FROM problem AS p JOIN connection AS c ON c.id = p.connection_id
    LEFT JOIN order_mail AS m ON m.connection_id = p.connection_id
    WHERE ${needsPerson(sql`p`)} AND c.state = 'active'
      AND coalesce(m.sent_at, 0) < ${now - AGAIN_MS}
    GROUP BY c.id LIMIT ${MOST_MAILS}`);
}

/**
 * Before the mail goes out: one that is lost is better than one a minute. False: another sweep was
 * first, and mails. `sentAt` in epoch ms.
 */
export async function noteMailed(
  db: Database,
  connectionId: string,
  sentAt: number,
): Promise<boolean> {
  const written = await db
    .insert(orderMail)
    .values({ connectionId, sentAt })
    .onConflictDoUpdate({
      target: orderMail.connectionId,
      set: { sentAt },
      setWhere: sql`${orderMail.sentAt} < ${sentAt - AGAIN_MS}`,
    })
    .returning({ sentAt: orderMail.sentAt });
  return written.length > 0;
}
