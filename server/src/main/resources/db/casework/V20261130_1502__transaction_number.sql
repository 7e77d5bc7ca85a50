ALTER TABLE casework.case_acts ALTER COLUMN recorded_in TYPE tenancy.transaction_number;
