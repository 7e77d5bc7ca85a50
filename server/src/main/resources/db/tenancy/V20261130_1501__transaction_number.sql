-- A number of a transaction means nothing in another database: whoever moves rows must know such columns (APM-12).
CREATE DOMAIN tenancy.transaction_number AS bigint;
COMMENT ON DOMAIN tenancy.transaction_number IS '事务号：只在本数据库内有先后意义，备份时换算成相对值';
