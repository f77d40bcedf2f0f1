import { integer } from "drizzle-orm/sqlite-core";

/** When the row was written, epoch ms UTC. */
export const now = () => integer("created_at").notNull();
