package jingwei.process;

import java.util.List;

/// 读取结果: a page of text is either a definition or a list of faults by line; never a half-read definition.
public sealed interface Reading {

    /// The page was read.
    record Read(ProcessDefinition definition) implements Reading {
    }

    /// The page could not be read.
    record Unreadable(List<Breach> faults) implements Reading {

        public Unreadable {
            faults = List.copyOf(faults);
        }
    }
}
