import { env } from "cloudflare:workers";
import { compose } from "../../src/compose";
import { findConnection } from "../../src/db/connections/connections";
import { requireSecret } from "../../src/sync/connections/secret-store";

/** What the store of a connection signs with, as the module got it when it was paired. */
export async function webhookSecretOf(connectionId: string): Promise<string> {
  const services = compose(env);
  const row = await findConnection(services.db, connectionId);
  if (!row) throw new Error(`no connection ${connectionId}`);
  return requireSecret(services.secrets(row), "webhook_secret");
}
