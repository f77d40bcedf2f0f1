ALTER TABLE `offer` ADD `sold_as` text;--> statement-breakpoint
UPDATE `offer` SET `sold_as` = (
  SELECT json_object('sku', trim(v.value->>'sku'), 'options', json(v.value->'options'))
  FROM `product` p, json_each(p.`body`, '$.variants') v
  WHERE p.`connection_id` = `offer`.`connection_id` AND p.`product_id` = `offer`.`product_id`
    AND v.value->>'id' = `offer`.`variant_id`);
