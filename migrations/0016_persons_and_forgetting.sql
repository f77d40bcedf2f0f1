CREATE TABLE `second_factor` (
	`user_id` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	`recovery` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `auth_session` ADD `proven_at` integer;--> statement-breakpoint
ALTER TABLE `sales_order` ADD `forgotten_at` integer;--> statement-breakpoint
-- Whoever signed up before addresses were confirmed can go on logging in.
UPDATE `auth_user` SET `email_verified` = 1;
