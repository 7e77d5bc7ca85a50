package jingwei.simulator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// 需求标记: a test class or method that proves requirements, by their ids (`ACQ-15`).
///
/// The conformance page counts the classes that carry it; an id that the list of requirements does not have is a fault of
/// the test, and `conformance/` says so.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requirement {

    /// Ids of `standards/requirements.csv`.
    String[] value();
}
