import { proposedProductsOf } from "../db/categories/proposed-products";
import { sheetProductsOf } from "../db/sheets/sheet-products";
import { sheetRowsOf } from "../db/sheets/sheet-rows";
import { connectionPorts } from "./connection-ports";
import type { Services } from "./services";

/** What the use cases of sheets and proposals reach besides the ports of every use case. */
export function sheetPorts(services: Services, connectionId: string) {
  const { db, now } = services;
  return {
    ...connectionPorts(services, connectionId),
    proposedProducts: proposedProductsOf(db, connectionId),
    sheetProducts: sheetProductsOf(db, connectionId),
    sheetRows: sheetRowsOf(db, connectionId, now),
  };
}
