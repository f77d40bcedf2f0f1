// Serves dist/web and answers the UI's routes from fixtures: for looking at pages and for axe runs.
// It knows nothing of the product's rules; usage: node test/web/fake-api/server.mjs [port]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { answer } from "./fixtures.mjs";

const port = Number(process.argv[2] ?? 8931);
const root = join(import.meta.dirname, "../../../dist/web");
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
const policy = "default-src 'self'; img-src 'self' https: data:; frame-ancestors 'none'";

async function sendFile(path, response) {
  const file = extname(path) ? path : "/index.html";
  try {
    const body = await readFile(join(root, file));
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://local");
  if (!url.pathname.startsWith("/api/")) return sendFile(url.pathname, response);
  const { status = 200, body } = answer(request.method ?? "GET", url);
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
});
server.listen(port, "127.0.0.1", () => console.log(`fixtures on http://127.0.0.1:${port}`));
