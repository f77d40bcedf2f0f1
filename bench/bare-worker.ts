/** What nothing can be quicker than: an answer, one after a durable write of an object, one after a query. */
import { DurableObject } from "cloudflare:workers";
import { Hono } from "hono";

interface Bindings {
  NOTES: DurableObjectNamespace<BareObject>;
  DB: D1Database;
}

export class BareObject extends DurableObject<Bindings> {
  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS note (id TEXT PRIMARY KEY, at INTEGER)");
  }

  keep(id: string): void {
    this.ctx.storage.sql.exec("INSERT OR IGNORE INTO note VALUES (?, ?)", id, Date.now());
  }
}

const app = new Hono<{ Bindings: Bindings }>();

app.post("/bare", async (c) => {
  await c.req.arrayBuffer();
  return c.json({ received: true });
});

app.post("/durable", async (c) => {
  await c.req.arrayBuffer();
  await c.env.NOTES.getByName("one").keep(crypto.randomUUID());
  return c.json({ received: true });
});

app.post("/query", async (c) => {
  await c.req.arrayBuffer();
  await c.env.DB.prepare("SELECT 1").raw();
  return c.json({ received: true });
});

export default app;
