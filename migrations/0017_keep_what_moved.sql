CREATE TABLE `store_choice` (
	`connection_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `kind`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `category_mapping_updated` ON `category_mapping` (`connection_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `product_check_updated` ON `product_check` (`connection_id`,`checked_at`);--> statement-breakpoint
CREATE INDEX `problem_updated` ON `problem` (`connection_id`,`last_seen_at`);--> statement-breakpoint
CREATE INDEX `listing_updated` ON `listing` (`connection_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `sales_order_updated` ON `sales_order` (`connection_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `task_updated` ON `task` (`connection_id`,`updated_at`);