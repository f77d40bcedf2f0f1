CREATE TABLE `product_check` (
	`connection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`input_key` text NOT NULL,
	`reasons` text NOT NULL,
	`checked_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `product_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `product_check_reason` (
	`connection_id` text NOT NULL,
	`code` text NOT NULL,
	`product_id` text NOT NULL,
	PRIMARY KEY(`connection_id`, `code`, `product_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `product_check_reason_product` ON `product_check_reason` (`connection_id`,`product_id`);