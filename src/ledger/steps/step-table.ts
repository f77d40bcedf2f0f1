import type { StepKind } from "../step-kinds";
import { foldOrdersStep } from "./fold-orders";
import { refreshListingStep, refreshListingsStep } from "./listing-steps";
import { pushPriceStep, pushStockStep, reviewStockStep } from "./offer-steps";
import {
  answerRequestStep,
  cancelChannelStep,
  cancelSourceStep,
  changeAddressStep,
  markDeliveredStep,
  markShippedStep,
  exportShipmentStep,
  importOrderStep,
  projectOrderStep,
  readReturnsStep,
  refreshOrderStep,
  releaseOrdersStep,
  reprojectOrdersStep,
} from "./order-steps";
import { pollOrdersStep, scanRefundsStep, scanShipmentsStep } from "./order-sweeps";
import { placeCategoriesStep } from "./place-categories";
import { scanProductsStep, walkProductsStep } from "./product-sweeps";
import type { Step } from "./step";
import { readBackOffersStep } from "./offer-sweeps";
import { observeProductsStep, observeStockStep, scanStockStep } from "./stock-reads";

/** What each kind of outbox row does. */
export const STEPS: Readonly<Record<StepKind, Step>> = {
  "refresh-order": refreshOrderStep,
  "import-order": importOrderStep,
  "export-shipment": exportShipmentStep,
  "cancel-source": cancelSourceStep,
  "cancel-channel": cancelChannelStep,
  "answer-request": answerRequestStep,
  "change-address": changeAddressStep,
  "mark-delivered": markDeliveredStep,
  "mark-shipped": markShippedStep,
  "read-returns": readReturnsStep,
  "release-orders": releaseOrdersStep,
  "project-order": projectOrderStep,
  "reproject-orders": reprojectOrdersStep,
  "fold-orders": foldOrdersStep,
  "push-stock": pushStockStep,
  "push-price": pushPriceStep,
  "observe-products": observeProductsStep,
  "observe-stock": observeStockStep,
  "refresh-listing": refreshListingStep,
  "refresh-listings": refreshListingsStep,
  "review-stock": reviewStockStep,
  "poll-orders": pollOrdersStep,
  "scan-stock": scanStockStep,
  "read-back-offers": readBackOffersStep,
  "scan-products": scanProductsStep,
  "walk-products": walkProductsStep,
  "scan-shipments": scanShipmentsStep,
  "scan-refunds": scanRefundsStep,
  "place-categories": placeCategoriesStep,
};
