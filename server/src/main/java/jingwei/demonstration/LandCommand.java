package jingwei.demonstration;

import java.io.PrintStream;
import java.util.List;
import jingwei.demonstration.city.CityFiles;

/// 命令 `land`: writes the files of a synthetic city, ready for the public import, and ends.
public final class LandCommand {

    private LandCommand() {
    }

    /// @return exit code: 0 written, 1 could not be written, 2 not understood
    public static int run(List<String> arguments, PrintStream say) {
        return CityFiles.run(arguments, say);
    }
}
