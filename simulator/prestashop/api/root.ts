import type { Shop } from "../shop";
import { setting } from "../shop";
import { allows, mayTouch, METHODS, type WebserviceKey } from "./keys";
import { envelope, escapeXml } from "./render-xml";

const ORDER = ["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD"] as const satisfies typeof METHODS;

/** `GET /api/`: the resources a key may touch and with which methods. */
export function rootXml(shop: Shop, key: WebserviceKey): string {
  const nodes = [...shop.resources.values()]
    .filter((it) => mayTouch(key, it.name))
    .map(({ name, description, withoutSchema }) => {
      const link = `xlink:href="${escapeXml(shop.baseUrl)}/api/${name}`;
      const rights = ORDER.map((it) => `${it.toLowerCase()}="${allows(key, name, it)}"`).join(" ");
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
