CREATE TABLE `check_group` (
	`connection_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`basis` text NOT NULL,
	`walked` text DEFAULT '' NOT NULL,
	`cursor` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`connection_id`, `kind`, `subject`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `check_group_pending` ON `check_group` (`connection_id`) WHERE walked <> basis;--> statement-breakpoint
CREATE TABLE `check_progress` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`product_id` text DEFAULT '' NOT NULL,
	`compared_at` integer DEFAULT 0 NOT NULL,
	`rules_cursor` text DEFAULT '' NOT NULL,
	`rules_retry_at` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `product_category`;--> statement-breakpoint
ALTER TABLE `product` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `product_own_category` ON `product` (`connection_id`,`channel_category_id`,`product_id`) WHERE channel_category_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `product_revision` ON `product` (`connection_id`,`revision`,`product_id`);--> statement-breakpoint
CREATE INDEX `product_category` ON `product` (`connection_id`,`source_category_id`,`product_id`);