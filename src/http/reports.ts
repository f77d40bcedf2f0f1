import { readConnectionSettings } from "../contract/connection-settings";
import type { reportRoutes } from "../contract/reports";
import { exportConnection } from "../db/reports/export-connection";
import type { Handlers } from "./call";
import { record } from "./record";

export const reportHandlers: Handlers<typeof reportRoutes> = {
  async "GET /api/connections/:id/export"(call) {
    const { services, connection } = call;
    const { channelCipher: _cipher, settings, ...own } = connection;
    await record(call, connection.id, "connection.exported");
    const head = {
      format: "weft-connection",
      version: 1,
      exportedAt: services.now(),
      connection: { ...own, settings: readConnectionSettings(settings) },
    };
    const pieces = exportConnection(services.db, connection.id, head);
    return new Response(toStream(pieces), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="weft-${connection.id}.json"`,
      },
    });
  },
};

/** Pulled by the reader, so a slow download holds one page in memory. */
function toStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
