/** Owners are mailed once about orders that failed after their last retry, however many they are. */
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { archiveOrders, saveOrder } from "../../../src/db/orders/orders";
import { problemsOf } from "../../../src/db/connections/problems";
import { connection } from "../../../src/db/schema/connections";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { projectRecord } from "../../../src/domain/orders/order-projection";
import { mailOrdersBy } from "../../../src/http/send-mail";
import type { Mail } from "../../../src/lib/mail";
import { sweepOrderMails } from "../../../src/tasks/mail-orders";
import { orderOf, recordOf } from "../../support/order-builders";
import { signUpMerchant } from "../../support/merchant";

it("mails owners of an episode once, again after a day, and anew once all was well", async () => {
  const services = compose(env);
  const merchant = await signUpMerchant();
  const body = { name: "Kitchen", source: "prestashop", channel: "tiktok-shop" };
  const { id } = await merchant.call("POST /api/connections", { body });
  await services.db.update(connection).set({ state: "active" }).where(eq(connection.id, id));
  const sent: Mail[] = [];
  let now = Date.now();
  const mailer = { send: async (mail: Mail) => void sent.push(mail) };
  const sweep = () =>
    sweepOrderMails({
      ...services,
      now: () => now,
      mailOrders: mailOrdersBy({ ...services, mailer }),
    });
  const problems = problemsOf(services.db, id, () => now);
  const raise = (key: string, code = "order.needs_action") =>
    problems.raise(key, new SyncError("merchant", code));
  await raise("order:1", "prestashop.unavailable");
  await sweep();
  expect(sent).toEqual([]);
  await raise("order:1");
  await raise("order:2");
  await sweep();
  await raise("order:3");
  await sweep();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.subject).toBe("2 orders need you: Kitchen");
  expect(sent[0]?.body).toContain(`/connections/${id}/orders?problem=order.needs_action`);
  now += 25 * 3_600_000;
  await sweep();
  expect(sent.map(({ subject }) => subject)).toHaveLength(2);
  for (const key of ["order:1", "order:2", "order:3"]) await problems.clear(key);
  await sweep();
  await raise("order:4");
  await sweep();
  expect(sent.at(-1)?.subject).toBe("An order needs you: Kitchen");
  expect(sent).toHaveLength(3);
  // What a person put into the archive needs nobody, and ends the episode as if it were solved.
  const mug = orderOf({ id: "4" });
  const problem = { code: "order.needs_action", facts: {} };
  const projection = projectRecord(
    recordOf({ order: mug, problems: { import: problem } }),
    [],
    new Map(),
  );
  await saveOrder(services.db, id, { ...projection, buyerKey: null }, now);
  const archive = (isArchived: boolean) =>
    archiveOrders(services.db, id, { orderIds: ["4"], isArchived }, now);
  await archive(true);
  now += 25 * 3_600_000;
  await sweep();
  expect(sent).toHaveLength(3);
  await archive(false);
  await sweep();
  await Promise.all([sweep(), sweep()]);
  expect(sent).toHaveLength(4);
  // Two sweeps at once mail once.
  now += 25 * 3_600_000;
  await Promise.all([sweep(), sweep()]);
  expect(sent).toHaveLength(5);
});
