package jingwei.survey.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 逐条读取: reads a file once, from the first record to the last.
public interface RecordReader extends AutoCloseable {

    /// The next record; null behind the last.
    @Nullable SurveyRecord next() throws IOException;

    /// How many there are; -1 where the file does not say.
    long total();

    /// Word of the coordinate system the file names itself; empty where it names none.
    Optional<String> system();

    /// Names of the columns, as far as the file says before its rows are read.
    List<String> columns();

    @Override
    void close() throws IOException;
}
