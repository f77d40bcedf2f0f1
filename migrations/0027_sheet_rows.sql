CREATE TABLE `sheet_row` (
	`connection_id` text NOT NULL,
	`upload` text NOT NULL,
	`product_id` text NOT NULL,
	`category_id` text NOT NULL,
	`line` integer NOT NULL,
	`patch` text NOT NULL,
	`before` text NOT NULL,
	`change` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `upload`, `product_id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sheet_row_created` ON `sheet_row` (`created_at`);