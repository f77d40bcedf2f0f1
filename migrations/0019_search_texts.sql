ALTER TABLE `product` ADD `search_text` text;--> statement-breakpoint
CREATE INDEX `product_unfolded` ON `product` (`connection_id`,`product_id`) WHERE search_text IS NULL;--> statement-breakpoint
ALTER TABLE `channel_category` ADD `search_text` text;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `search_text` text;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `search_buyer` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sales_order_unfolded` ON `sales_order` (`connection_id`,`channel_order_id`) WHERE search_text IS NULL;