ALTER TABLE evaluation.cursors ALTER COLUMN next TYPE tenancy.transaction_number;
