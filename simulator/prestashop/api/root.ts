import type { Shop } from "../shop";
import { setting } from "../shop";
import { allows, mayTouch, type Method, type WebserviceKey } from "./keys";
import { encode } from "./render-json";
import { envelope, escapeXml } from "./render-xml";

/** The names of the resources a key may touch. */
export const rootJson = (shop: Shop, key: WebserviceKey): string =>
  encode([...shop.resources.keys()].filter((name) => mayTouch(key, name)));

/** `GET /api/`: the resources a key may touch and with which of the shop's methods. */
export function rootXml(shop: Shop, key: WebserviceKey, methods: readonly Method[]): string {
  const nodes = [...shop.resources.values()]
    .filter((it) => mayTouch(key, it.name))
    .map(({ name, description, withoutSchema }) => {
      const link = `xlink:href="${escapeXml(shop.baseUrl)}/api/${name}`;
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
  const name = escapeXml(setting(shop, "PS_SHOP_NAME"));
  return envelope(`<api shopName="${name}">\n${nodes.join("")}</api>\n`);
}
