/** Notifications of somebody who knows no secret: refused, whatever they say. */
import { WEFT } from "./machine/worker";
import type { System } from "./system";
import type { Person } from "./start";

const REFUSED = 401;

export function sendForged(
  system: System,
  { connectionId }: Person,
  orderId: string,
  number: number,
): void {
  const shop = system.world.tiktok.shops().find(({ region }) => region === "GB");
  const signature = number.toString(16).padStart(64, "0");
  const said = {
    type: 1,
    tts_notification_id: `forged-${number}`,
    shop_id: shop?.id,
    timestamp: Math.floor(system.timeline.now() / 1000),
    data: { order_id: orderId, order_status: "CANCELLED" },
  };
  const event = { id: `forged-${number}`, type: "stock.changed", ids: ["1"] };
  const headers = { "content-type": "application/json", authorization: signature };
  send(system, "/webhooks/tiktok-shop", headers, said);
  const module = { ...headers, "x-weft-signature": `v1=${signature}`, "x-weft-event": event.id };
  send(system, `/webhooks/source/${connectionId}`, module, event);
}

function send(system: System, path: string, headers: Record<string, string>, body: unknown): void {
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  system.worker
    .fetch(new Request(`${WEFT}${path}`, request))
    .then(({ status }) => {
      if (status !== REFUSED) system.report("forged", `${path} answered ${status}`);
    })
    // The Worker may die with it.
    .catch(() => {});
}
