package jingwei.citizen;

import java.util.List;
import java.util.UUID;
import jingwei.casework.ReportSource;
import jingwei.grid.GeoPoint;
import org.jspecify.annotations.Nullable;

/// 市民说的: what a report brings.
///
/// @param id        made by the phone, the same when sent again
/// @param words     2 to 2,000 characters
/// @param classCode `component-0101`; null where the citizen does not know
/// @param condition number of the filing condition; null where none was chosen
/// @param point     CGCS2000 degrees
/// @param address   in words
/// @param photos    hashes of photos sent before
/// @param name      of the reporter
/// @param phone     of the reporter
/// @param email     of the reporter
/// @param phoneCode code sent to that phone, where the platform has a gateway
/// @param client    `page`, or the id of an Open311 client
/// @param source    问题来源 the case is registered under
public record Submission(UUID id, String words, @Nullable String classCode, @Nullable Integer condition, GeoPoint point,
        @Nullable String address, List<String> photos, @Nullable String name, @Nullable String phone, @Nullable String email, boolean wantsReply,
        @Nullable String phoneCode, String client, ReportSource source) {

    public Submission {
        photos = List.copyOf(photos);
    }
}
