CREATE TABLE `former_product` (
	`account_id` text NOT NULL,
	`source_url` text NOT NULL,
	`channel_platform` text NOT NULL,
	`channel_shop_id` text NOT NULL,
	`product_id` text NOT NULL,
	`channel_category_id` text,
	`details` text,
	PRIMARY KEY(`account_id`, `source_url`, `channel_platform`, `channel_shop_id`, `product_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `former_choices` ADD `settings` text;--> statement-breakpoint
ALTER TABLE `former_choices` ADD `warehouse_id` text;