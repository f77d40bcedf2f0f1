CREATE TABLE `erasure` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`rounds` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `account` ADD `deleted_at` integer;