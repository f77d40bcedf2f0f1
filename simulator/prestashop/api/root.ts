import type { Store } from "../store";
import { setting } from "../store";
import { allows, mayTouch, type Method, type WebserviceKey } from "./keys";
import { encode } from "./render-json";
import { envelope, escapeXml } from "./render-xml";

/** The names of the resources a key may touch. */
export const rootJson = (store: Store, key: WebserviceKey): string =>
  encode([...store.resources.keys()].filter((name) => mayTouch(key, name)));

/** `GET /api/`: the resources a key may touch and with which of the store's methods. */
export function rootXml(store: Store, key: WebserviceKey, methods: readonly Method[]): string {
  const nodes = [...store.resources.values()]
    .filter((it) => mayTouch(key, it.name))
    .map(({ name, description, withoutSchema }) => {
      const link = `xlink:href="${escapeXml(store.baseUrl)}/api/${name}`;
      const rights = methods
        .map((it) => `${it.toLowerCase()}="${allows(key, name, it)}"`)
        .join(" ");
      const schema = (type: string) => `<schema ${link}?schema=${type}" type="${type}"/>\n`;
      return (
        `<${name} ${link}" ${rights}>\n<description ${link}" ${rights}>\n` +
        `${escapeXml(description)}</description>\n` +
        `${withoutSchema ? "" : schema("blank") + schema("synopsis")}</${name}>\n`
      );
    });
  const name = escapeXml(setting(store, "PS_SHOP_NAME"));
  return envelope(`<api shopName="${name}">\n${nodes.join("")}</api>\n`);
}
