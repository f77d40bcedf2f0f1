CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `activity` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`connection_id` text,
	`actor` text NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `activity_account` ON `activity` (`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `auth_account` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `auth_account_user` ON `auth_account` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_session_token_unique` ON `auth_session` (`token`);--> statement-breakpoint
CREATE INDEX `auth_session_user` ON `auth_session` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_user_email_unique` ON `auth_user` (`email`);--> statement-breakpoint
CREATE TABLE `auth_verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auth_verification_identifier` ON `auth_verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `category_mapping` (
	`connection_id` text NOT NULL,
	`source_category_id` text NOT NULL,
	`state` text NOT NULL,
	`channel_category_id` text NOT NULL,
	`channel_category_path` text NOT NULL,
	`confidence` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `source_category_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `channel_category` (
	`connection_id` text NOT NULL,
	`category_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`is_leaf` integer NOT NULL,
	`permission` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `category_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `channel_category_parent` ON `channel_category` (`connection_id`,`parent_id`);--> statement-breakpoint
CREATE TABLE `channel_category_rule` (
	`connection_id` text NOT NULL,
	`category_id` text NOT NULL,
	`body` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `category_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `connection` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`source_platform` text NOT NULL,
	`channel_platform` text NOT NULL,
	`state` text NOT NULL,
	`source_url` text,
	`source_shop` text,
	`channel_market` text,
	`channel_shop_id` text,
	`channel_shop_name` text,
	`channel_region` text,
	`channel_cipher` text,
	`channel_is_cross_border` integer,
	`warehouse_id` text,
	`settings` text NOT NULL,
	`last_pull_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connection_name` ON `connection` (`account_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `connection_channel_shop` ON `connection` (`channel_platform`,`channel_shop_id`);--> statement-breakpoint
CREATE INDEX `connection_state` ON `connection` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `credential` (
	`connection_id` text NOT NULL,
	`field` text NOT NULL,
	`sealed` text NOT NULL,
	`state` text NOT NULL,
	`expires_at` integer,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `field`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `listing` (
	`connection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`channel_product_id` text,
	`status` text NOT NULL,
	`raw_status` text DEFAULT '' NOT NULL,
	`reasons` text NOT NULL,
	`sent_hash` text,
	`intent_key` text,
	`intent_at` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `product_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_channel_product` ON `listing` (`connection_id`,`channel_product_id`);--> statement-breakpoint
CREATE TABLE `login_failure` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `media` (
	`connection_id` text NOT NULL,
	`image_key` text NOT NULL,
	`source_url` text NOT NULL,
	`channel_uri` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `image_key`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `media_source_url` ON `media` (`connection_id`,`source_url`);--> statement-breakpoint
CREATE TABLE `member` (
	`account_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `user_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_user` ON `member` (`user_id`);--> statement-breakpoint
CREATE TABLE `oauth_state` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`connection_id` text NOT NULL,
	`user_id` text NOT NULL,
	`session_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `offer` (
	`connection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`channel_product_id` text NOT NULL,
	`channel_sku_id` text NOT NULL,
	`seller_sku` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `product_id`, `variant_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_channel_sku` ON `offer` (`connection_id`,`channel_sku_id`);--> statement-breakpoint
CREATE TABLE `order_entry` (
	`connection_id` text NOT NULL,
	`channel_order_id` text NOT NULL,
	`entry_key` text NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `channel_order_id`, `entry_key`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `problem` (
	`connection_id` text NOT NULL,
	`key` text NOT NULL,
	`code` text NOT NULL,
	`remedy` text NOT NULL,
	`facts` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `key`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `product` (
	`connection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`name` text NOT NULL,
	`image_url` text,
	`skus` text NOT NULL,
	`price_min_minor` integer NOT NULL,
	`price_max_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`stock_total` integer NOT NULL,
	`source_category_id` text,
	`channel_category_id` text,
	`details` text,
	`is_active` integer NOT NULL,
	`deleted_at` integer,
	`body` text NOT NULL,
	`content_hash` text NOT NULL,
	`sync_state` text DEFAULT 'not_synced' NOT NULL,
	`source_updated_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `product_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_state` ON `product` (`connection_id`,`sync_state`,`updated_at`,`product_id`);--> statement-breakpoint
CREATE INDEX `product_updated` ON `product` (`connection_id`,`updated_at`,`product_id`);--> statement-breakpoint
CREATE INDEX `product_category` ON `product` (`connection_id`,`source_category_id`);--> statement-breakpoint
CREATE TABLE `sales_order` (
	`connection_id` text NOT NULL,
	`channel_order_id` text NOT NULL,
	`version` integer NOT NULL,
	`channel_state` text NOT NULL,
	`tab` text NOT NULL,
	`source_order_id` text,
	`source_reference` text,
	`tracking_number` text,
	`total_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`buyer_name` text NOT NULL,
	`unit_count` integer NOT NULL,
	`problem` text,
	`body` text NOT NULL,
	`placed_at` integer NOT NULL,
	`ship_by` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `channel_order_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sales_order_source` ON `sales_order` (`connection_id`,`source_order_id`);--> statement-breakpoint
CREATE INDEX `sales_order_tab` ON `sales_order` (`connection_id`,`tab`,`placed_at`,`channel_order_id`);--> statement-breakpoint
CREATE INDEX `sales_order_placed` ON `sales_order` (`connection_id`,`placed_at`,`channel_order_id`);--> statement-breakpoint
CREATE TABLE `source_category` (
	`connection_id` text NOT NULL,
	`source_category_id` text NOT NULL,
	`path` text NOT NULL,
	`content_hash` text NOT NULL,
	PRIMARY KEY(`connection_id`, `source_category_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`connection_id` text NOT NULL,
	`kind` text NOT NULL,
	`identity_key` text NOT NULL,
	`state` text NOT NULL,
	`parameters` text NOT NULL,
	`total` integer,
	`counts` text NOT NULL,
	`cursor` text,
	`problem` text,
	`started_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_connection` ON `task` (`connection_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_identity` ON `task` (`connection_id`,`identity_key`) WHERE state IN ('waiting','running');--> statement-breakpoint
CREATE TABLE `task_item` (
	`task_id` text NOT NULL,
	`item_key` text NOT NULL,
	`label` text NOT NULL,
	`state` text NOT NULL,
	`reasons` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`task_id`, `item_key`),
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_item_state` ON `task_item` (`task_id`,`state`);