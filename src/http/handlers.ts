import { accountHandlers } from "./accounts";
import type { Handlers } from "./call";
import { catalogueHandlers } from "./catalogue";
import { categoryHandlers } from "./categories";
import { connectionHandlers } from "./connections";
import { demandHandlers } from "./demands";
import { healthHandlers } from "./health";
import { homeHandlers } from "./home";
import { journalHandlers } from "./journal";
import { listingHandlers } from "./listings";
import { mailHandlers } from "./mails";
import { mappingHandlers } from "./mapping";
import { orderHandlers } from "./orders";
import { missedOrderHandlers } from "./missed-orders";
import { oversoldHandlers } from "./oversold";
import { partyHandlers } from "./parties";
import { personHandlers } from "./persons";
import { proposalHandlers } from "./proposals";
import { reportHandlers } from "./reports";
import { sheetHandlers } from "./sheets";
import { shippingHandlers } from "./shipping";
import { taskHandlers } from "./tasks";
import { wizardHandlers } from "./wizard";

/** The whole contract: a route that nobody answers does not compile. */
export const handlers: Handlers = {
  ...accountHandlers,
  ...personHandlers,
  ...connectionHandlers,
  ...wizardHandlers,
  ...healthHandlers,
  ...reportHandlers,
  ...journalHandlers,
  ...homeHandlers,
  ...catalogueHandlers,
  ...listingHandlers,
  ...mappingHandlers,
  ...categoryHandlers,
  ...sheetHandlers,
  ...demandHandlers,
  ...proposalHandlers,
  ...partyHandlers,
  ...orderHandlers,
  ...shippingHandlers,
  ...missedOrderHandlers,
  ...oversoldHandlers,
  ...taskHandlers,
  ...mailHandlers,
};
