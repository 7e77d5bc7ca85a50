package jingwei.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.catalog.FormField;
import jingwei.catalog.Sheet;
import jingwei.grid.LandMap;
import jingwei.organization.Organization;
import jingwei.process.ProcessDefinition;
import jingwei.standards.ClassCode;
import jingwei.workcalendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// 办案所依: what a case is judged by at this moment: time, land, people, classes, calendar, process.
///
/// The server's own takes the pictures of the rooms for the platform being served; a story or a dry run brings its own
/// and needs no database.
public interface Surroundings {

    /// Business time.
    Instant now();

    /// 模拟运行.
    boolean onTrial();

    /// Region code case numbers begin with.
    String region();

    /// The process new cases are accepted under.
    ProcessDefinition process();

    /// The very version a running case was accepted under.
    ProcessDefinition process(String name, int version);

    WorkCalendar calendar();

    LandMap land();

    Organization organization();

    /// 立案结案规范 in force.
    Sheet sheet();

    /// 补充栏目 of a class in force; none where nobody made any.
    default List<FormField> asked(ClassCode code) {
        return List.of();
    }

    /// Every field that was ever asked for the class, by its key.
    default Map<String, FormField> everAsked(ClassCode code) {
        return Map.of();
    }

    /// 部件: class and owners of a component, by its code.
    Optional<KnownComponent> component(String code);

    /// Hashes among these that the media room does not hold, or that are no picture, sound or film.
    List<String> unknownMedia(List<String> hashes);

    /// 部件摘要: what a case needs to know of a component.
    record KnownComponent(String code, String minorClass, @Nullable String owner, @Nullable String maintainer) {
    }
}
