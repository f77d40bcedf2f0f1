CREATE TABLE `sales_line` (
	`connection_id` text NOT NULL,
	`channel_order_id` text NOT NULL,
	`line_id` text NOT NULL,
	`channel_product_id` text NOT NULL,
	`channel_sku_id` text NOT NULL,
	`seller_sku` text NOT NULL,
	`product_id` text,
	`variant_id` text,
	`title` text NOT NULL,
	`units` integer NOT NULL,
	`paid_minor` integer NOT NULL,
	`is_cancelled` integer NOT NULL,
	`package_id` text,
	PRIMARY KEY(`connection_id`, `channel_order_id`, `line_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sales_line_product` ON `sales_line` (`connection_id`,`product_id`);--> statement-breakpoint
CREATE INDEX `sales_line_sku` ON `sales_line` (`connection_id`,`channel_sku_id`);--> statement-breakpoint
ALTER TABLE `sales_order` ADD `projection_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `paid_at` integer;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `buyer_key` text;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `is_archived` integer DEFAULT false NOT NULL;