ALTER TABLE situation.cursors ALTER COLUMN next TYPE tenancy.transaction_number;
