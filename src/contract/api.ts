/** Every shape of the contract by name, as types. */
import type { Answer, RouteKey, Sent } from "./contract";

export type { ListingDetails, ProductDetail, ProductRow, ProductTab } from "./catalogue";
export type { Selection, VariantRow } from "./catalogue";
export type { BrandRow, CategoryRow, ChannelCategoryRow } from "./categories";
export type { ProblemView, Reason } from "./common";
export type { ConnectionSettings } from "./connection-settings";
export type { ConnectionDetail, ConnectionView, StoreTraffic } from "./connections";
export type { FindingView, HealthReport, HealthView } from "./health";
export type { HomeView } from "./home";
export type { ProductRequirements } from "./listings";
export type { OrderDetail, OrderRow, OrderSum, OrderTab, StoreSum } from "./orders";
export type { TaskDetail, TaskRow } from "./tasks";
export type { SourceCheck } from "./wizard";

/** "METHOD /path" → what goes in and out, as a caller sees it. */
export type Api = {
  [Key in RouteKey]: {
    query: Sent<Key, "query">;
    body: Sent<Key, "body">;
    answer: Answer<Key>;
  };
};
