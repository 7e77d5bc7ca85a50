-- A picture of two kilobytes is read and written at every act: it stays in its row, as it is.
ALTER TABLE casework.cases SET (toast_tuple_target = 8160);
ALTER TABLE casework.cases ALTER picture SET STORAGE EXTERNAL;
