import { SyncError } from "../domain/errors/sync-error";
import type { AppContext } from "./context";

/**
 * A file of the build to keep, such as the PrestaShop module's zip. The asset store answers a missing
 * file with the single page; a page saved under a zip's name would be refused by the shop without a
 * reason anybody understands, so it is not found instead (404).
 */
export async function serveDownload(c: AppContext): Promise<Response> {
  const file = await c.var.services.assets.fetch(c.req.raw);
  const isPage = file.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (isPage) throw new SyncError("merchant", "route.not_found");
  const answer = new Response(file.body, file);
  const name = new URL(c.req.url).pathname.split("/").at(-1) ?? "";
  answer.headers.set("content-disposition", `attachment; filename="${name}"`);
  return answer;
}
