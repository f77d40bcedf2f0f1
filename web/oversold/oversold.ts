import { createModel } from "@preact/signals";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

/** Oversold orders of a connection and what a person says of their products. */
export const OversoldModel = createModel((client: Client, id: string) => {
  const params = { id };
  const news = createResource(() => client.call("GET /api/connections/:id/oversold", { params }));
  /** `newest`: of those that were shown, so that what came since stays news; epoch ms. */
  const acknowledge = async (newest: number) => {
    const result = await client.call("POST /api/connections/:id/oversold/acknowledge", {
      params,
      body: { newest },
    });
    if (result.ok) news.put(result.value);
    return result;
  };
  const check = async (channelProductId: string, isOutOfStock: boolean) => {
    const result = await client.call(
      "POST /api/connections/:id/oversold/products/:channelProductId/check",
      { params: { id, channelProductId }, body: { isOutOfStock } },
    );
    if (result.ok) news.put(result.value.oversold);
    return result;
  };
  return { news, acknowledge, check };
});
