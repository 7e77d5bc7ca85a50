package jingwei.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.organization.PostKind;
import jingwei.standards.TimeLimit;

/// 流程设置: what a platform decides beside the arrows, kept and versioned with them.
///
/// @param verifyFirst       sources whose reports must be verified before they are accepted (T04)
/// @param shortFlow         whether a filed case solved on the spot may be closed short (T39)
/// @param continueClock     返工 goes on with the old handling clock instead of a new limit (T32)
/// @param refusalTime       拒签时限: a unit's return within it is timely, later it is a late return (T19)
/// @param yellowPercent     share of the limit used at which the light turns yellow
/// @param redPercent        share at which it turns red
/// @param chains            posts that decide a petition, in order, by petition word
/// @param extensionsAtMost  how many extensions may be granted on one case
/// @param holdsAtMost       how many holds may be granted on one case
/// @param holdAtMostDays    the longest hold, in days
/// @param duplicateMeters   distance within which reports of one class are shown as probable duplicates
/// @param duplicateDays     and for how many days after closing
public record ProcessSettings(Set<String> verifyFirst, boolean shortFlow, boolean continueClock,
        TimeLimit refusalTime, int yellowPercent, int redPercent, Map<String, List<PostKind>> chains,
        int extensionsAtMost, int holdsAtMost, int holdAtMostDays, int duplicateMeters, int duplicateDays) {

    public ProcessSettings {
        verifyFirst = Set.copyOf(verifyFirst);
        chains = Map.copyOf(chains);
    }

    /// The posts that decide a petition one after the other.
    public List<PostKind> chain(String petition) {
        return chains.getOrDefault(petition, List.of());
    }
}
