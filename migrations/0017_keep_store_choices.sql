CREATE TABLE `store_choice` (
	`connection_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`connection_id`, `kind`),
	FOREIGN KEY (`connection_id`) REFERENCES `connection`(`id`) ON UPDATE no action ON DELETE cascade
);
