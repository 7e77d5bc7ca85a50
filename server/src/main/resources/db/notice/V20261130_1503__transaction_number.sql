ALTER TABLE notice.notices ALTER COLUMN xact TYPE tenancy.transaction_number;
