import { OfConnection } from "./common";
import { defineRoutes } from "./route";

export const reportRoutes = defineRoutes({
  "GET /api/connections/:id/export": {
    name: "exportConnection",
    summary: "Download everything that is held for a connection",
    needs: "admin",
    needsProof: true,
    params: OfConnection,
    answer: {
      kind: "file",
      mediaType: "application/json",
      description: "One JSON document, no secret in it, sent while it is read.",
    },
  },
});
