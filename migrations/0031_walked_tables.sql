DROP INDEX `product_key_product`;--> statement-breakpoint
CREATE INDEX `product_key_product` ON `product_key` (`connection_id`,`product_id`,`variant_id`,`key`);--> statement-breakpoint
DROP INDEX `product_check_reason_product`;--> statement-breakpoint
CREATE INDEX `product_check_reason_product` ON `product_check_reason` (`connection_id`,`product_id`,`code`);--> statement-breakpoint
CREATE INDEX `sales_order_held` ON `sales_order` (`connection_id`,body->>'$.updatedAt') WHERE forgotten_at IS NULL AND channel_state IN ('delivered', 'completed', 'cancelled');