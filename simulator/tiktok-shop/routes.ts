import { brandRoutes } from "./categories/brands";
import { categoryRoutes } from "./categories/routes";
import { fileRoutes } from "./media/files";
import { imageRoutes } from "./media/images";
import { orderRoutes } from "./orders/routes";
import { complianceRoutes } from "./products/compliance";
import { productRoutes } from "./products/routes";
import type { Route } from "./request";
import { logisticsRoutes } from "./seller/logistics-routes";
import { sellerRoutes } from "./seller/shop-routes";
import { webhookRoutes } from "./webhooks/routes";

/** Every call of the Open API this world answers. */
export const ROUTES: readonly Route[] = [
  ...sellerRoutes,
  ...webhookRoutes,
  ...logisticsRoutes,
  ...categoryRoutes,
  ...brandRoutes,
  ...imageRoutes,
  ...fileRoutes,
  ...complianceRoutes,
  ...productRoutes,
  ...orderRoutes,
];
