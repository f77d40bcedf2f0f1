import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { createApp } from "../../../src/http/app";
import { WEFT } from "../../support/simulated-world";

const MODULE = "/downloads/weft-prestashop.zip";

/** The asset store as it answers: a file under its name, and the single page for all else. */
async function get(path: string, files: Readonly<Record<string, Response>>): Promise<Response> {
  const page = () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } });
  const assets = {
    fetch: async (request: Request) => files[new URL(request.url).pathname] ?? page(),
  };
  const app = createApp((bindings) => ({ ...compose(bindings), assets }));
  const context = createExecutionContext();
  const answer = await app.fetch(new Request(`${WEFT}${path}`), env, context);
  await waitOnExecutionContext(context);
  return answer;
}

describe("downloads", () => {
  it("are kept as files under their own name, without logging in", async () => {
    const zip = new Response("PK", { headers: { "content-type": "application/zip" } });
    const answer = await get(MODULE, { [MODULE]: zip });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="weft-prestashop.zip"',
    );
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe("PK");
  });

  it("are not found, rather than a page under a zip's name, when the build lacks them", async () => {
    const answer = await get(MODULE, {});
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-disposition")).toBeNull();
  });
});
