package jingwei.citizen;

import java.util.List;

/// 公众上报设置 of a platform, changed by its administrator.
///
/// @param open            whether citizens may report
/// @param fallbackClass   minor class where nothing was chosen and the words say nothing; the operator corrects it
/// @param offeredClasses  minor classes on the first page; empty where the room chooses
/// @param perPhoneDay     reports a phone and day
/// @param perAddressHour  reports, and wrong codes, a network address and hour
/// @param maskAfterDays   days after which name and phone are wiped
/// @param rewardPoints    points for the first true report; 0 for none
/// @param centerPhone     number the page offers to call
public record CitizenSettings(boolean open, String fallbackClass, List<String> offeredClasses, int perPhoneDay,
        int perAddressHour, int maskAfterDays, int rewardPoints, String centerPhone) {

    public CitizenSettings {
        offeredClasses = offeredClasses == null ? List.of() : List.copyOf(offeredClasses);
    }
}
