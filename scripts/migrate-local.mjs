/** Brings the database of a state folder up to date. wrangler does the same in half a minute, one process a file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

const root = fileURLToPath(new URL("..", import.meta.url));

/** As wrangler makes it, which finds the same table in the same file. */
const TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Each migration that the database lacks is applied whole or not at all. */
export async function migrateLocal(stateDir) {
  const config = readFileSync(join(root, "wrangler.toml"), "utf8");
  const options = {
    modules: true,
    script: "export default { fetch: () => new Response() }",
    d1Databases: { DB: /^database_id = "(.+?)"/m.exec(config)?.[1] ?? "" },
    // Where `wrangler dev --persist-to` looks.
    resourcePersistencePath: join(stateDir, "v3"),
  };
  const miniflare = new Miniflare(convertV4MiniflareOptions(options));
  try {
    const db = await miniflare.getD1Database("DB");
    await db.prepare(TABLE).run();
    const { results } = await db.prepare("SELECT name FROM d1_migrations").all();
    const applied = new Set(results.map(({ name }) => name));
    for (const { name, queries } of await readD1Migrations(join(root, "migrations"))) {
      if (applied.has(name)) continue;
      await db.batch([
        ...queries.map((query) => db.prepare(query)),
        db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
      ]);
    }
  } finally {
    await miniflare.dispose();
  }
}
