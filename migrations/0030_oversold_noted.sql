ALTER TABLE `sales_order` ADD `oversold_noted_at` integer;--> statement-breakpoint
UPDATE `sales_order` SET `oversold_noted_at` = `oversold_at` WHERE `oversold_at` IS NOT NULL;
