/** Manufacturers and responsible persons: the seller's own, as the channel keeps them. */
import type { partyRoutes } from "../contract/parties";
import { createManufacturer, createResponsiblePerson, listParties } from "../sync/listings/parties";
import { connectionPorts } from "../tasks/connection-ports";
import type { Handlers } from "./call";
import { record } from "./record";

export const partyHandlers: Handlers<typeof partyRoutes> = {
  "GET /api/connections/:id/parties": ({ services, connection }) =>
    listParties(connectionPorts(services, connection.id)),

  async "POST /api/connections/:id/manufacturers"(call) {
    const { services, connection, body } = call;
    const party = await createManufacturer(connectionPorts(services, connection.id), body);
    await record(call, connection.id, "party.created", { name: party.name });
    return party;
  },

  async "POST /api/connections/:id/responsible-persons"(call) {
    const { services, connection, body } = call;
    const party = await createResponsiblePerson(connectionPorts(services, connection.id), body);
    await record(call, connection.id, "party.created", { name: party.name });
    return party;
  },
};
