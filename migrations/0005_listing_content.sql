CREATE TABLE `__new_offer` (
	`connection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`channel_product_id` text NOT NULL,
	`channel_sku_id` text NOT NULL,
	`seller_sku` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `channel_sku_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_offer`("connection_id", "product_id", "variant_id", "channel_product_id", "channel_sku_id", "seller_sku", "updated_at") SELECT "connection_id", "product_id", "variant_id", "channel_product_id", "channel_sku_id", "seller_sku", "updated_at" FROM `offer`;--> statement-breakpoint
DROP TABLE `offer`;--> statement-breakpoint
ALTER TABLE `__new_offer` RENAME TO `offer`;--> statement-breakpoint
CREATE INDEX `offer_variant` ON `offer` (`connection_id`,`product_id`,`variant_id`);--> statement-breakpoint
ALTER TABLE `listing` ADD `origin` text DEFAULT 'pushed' NOT NULL;--> statement-breakpoint
ALTER TABLE `listing` ADD `sent` text;