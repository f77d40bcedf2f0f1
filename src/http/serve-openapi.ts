import { sessionCookie } from "./auth";
import type { AppContext } from "./context";

/** Where the build puts the document among the files of the web app. */
const FILE = "/openapi.json";

interface Described {
  components: { securitySchemes: { session: object } };
}

/**
 * The contract as an OpenAPI document, with this deployment's address and cookie. Open without a session: it
 * says what the sources say, and nothing of any account.
 */
export async function serveOpenApi(c: AppContext): Promise<Response> {
  const { assets, settings } = c.var.services;
  const { publicUrl } = settings;
  const file = await assets.fetch(new Request(new URL(FILE, publicUrl)));
  const { components, ...described } = await file.json<Described>();
  const { session } = components.securitySchemes;
  const named = { session: { ...session, name: sessionCookie(publicUrl) } };
  return c.json({
    ...described,
    servers: [{ url: publicUrl }],
    components: { ...components, securitySchemes: named },
  });
}
