/** The images service as it runs on one machine, with our own call of it in front: real codecs in real bytes. */
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { build, type Rolldown } from "vite";
import { SyncError } from "../../src/domain/errors/sync-error";
import type { RepairPicture } from "../../src/platforms/cloudflare-images/repair-picture";

const FRONT = `import { repairingBy } from "./repair-picture.js";
export default {
  async fetch(request, env) {
    const remedy = JSON.parse(request.headers.get("x-remedy"));
    const bytes = new Uint8Array(await request.arrayBuffer());
    return repairingBy(env.IMAGES)(bytes, remedy).then(
      (made) => new Response(made),
      ({ remedy, code, facts }) => Response.json({ remedy, code, facts }, { status: 422 }),
    );
  },
};`;

export interface ImagesService {
  repair: RepairPicture;
  end(): Promise<void>;
}

export async function openImagesService(): Promise<ImagesService> {
  const built = (await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, "../../src/platforms/cloudflare-images/repair-picture.ts"),
        formats: ["es"],
        fileName: "repair-picture",
      },
    },
  })) as Rolldown.RolldownOutput[];
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: "images",
      modules: [
        { type: "ESModule", path: "front.js", contents: FRONT },
        { type: "ESModule", path: "repair-picture.js", contents: built[0]?.output[0].code ?? "" },
      ],
      compatibilityDate: "2026-10-01",
      images: { binding: "IMAGES" },
    }),
  );
  return {
    async repair(bytes, remedy) {
      const answer = await miniflare.dispatchFetch("http://images/", {
        method: "POST",
        headers: { "x-remedy": JSON.stringify(remedy) },
        body: bytes,
      });
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      const said = (await answer.json()) as { remedy: "retry"; code: string; facts: object };
      throw new SyncError(said.remedy, said.code, said.facts as Record<string, number>);
    },
    end: () => miniflare.dispose(),
  };
}
