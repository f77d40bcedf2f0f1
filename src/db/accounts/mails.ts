import { desc } from "drizzle-orm";
import type { Mail } from "../../lib/mail";
import type { Database } from "../database";
import { mailOutbox } from "../schema/accounts";

const SHOWN = 50;

export async function keepMail(db: Database, id: string, mail: Mail, now: number): Promise<void> {
  await db.insert(mailOutbox).values({ id, ...mail, createdAt: now });
}

/** Newest first. */
export function listMails(db: Database): Promise<(typeof mailOutbox.$inferSelect)[]> {
  return db.select().from(mailOutbox).orderBy(desc(mailOutbox.createdAt)).limit(SHOWN);
}
