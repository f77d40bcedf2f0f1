CREATE TABLE `reconciliation` (
	`connection_id` text NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`totals` text NOT NULL,
	`document` text NOT NULL,
	`signature` text NOT NULL,
	`public_key` text NOT NULL,
	PRIMARY KEY(`connection_id`, `id`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reconciliation_recent` ON `reconciliation` (`connection_id`,`at`);--> statement-breakpoint
CREATE INDEX `reconciliation_at` ON `reconciliation` (`at`);--> statement-breakpoint
CREATE TABLE `reconciliation_finding` (
	`connection_id` text NOT NULL,
	`report_id` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `report_id`, `key`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reconciliation_finding_at` ON `reconciliation_finding` (`at`);--> statement-breakpoint
CREATE TABLE `reconciliation_plan` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`due_at` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reconciliation_plan_due` ON `reconciliation_plan` (`due_at`);--> statement-breakpoint
ALTER TABLE `sales_order` ADD `shipped_at` integer;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `cancelled_by` text;--> statement-breakpoint
CREATE INDEX `sales_order_deadline` ON `sales_order` (`connection_id`,`ship_by`);