package jingwei.standards;

/// 单元网格编码: the code of a unit grid (basic management grid), a cell of about one hectare inside one community.
///
/// Two layouts are read, told apart by length: 14 digits after CJ/T 213-2005 (community 12 + sequence 2) and 15 digits after
/// GB/T 30428.1-2013 (community 12 + sequence 3). Luoyang began under the first and was accepted under the second, so both
/// are in use. Requirement BDR-03.
///
/// @param digits the 14 or 15 digits
public record UnitGridCode(String digits) implements Comparable<UnitGridCode> {

    private static final int COMMUNITY = RegionCode.Level.COMMUNITY.length();
    /// Length of a code after CJ/T 213-2005.
    public static final int LENGTH_2005 = 14;
    /// Length of a code after GB/T 30428.1-2013.
    public static final int LENGTH_2013 = 15;

    public UnitGridCode {
        if (!RegionCode.isDigits(digits) || digits.length() != LENGTH_2005 && digits.length() != LENGTH_2013) {
            throw malformed(
                    digits,
                    Text.of(
                            "应为 14 位(CJ/T 213,末 2 位为顺序号)或 15 位(GB/T 30428.1,末 3 位为顺序号)数字。",
                            "Write 14 digits (CJ/T 213, sequence of 2) or 15 digits (GB/T 30428.1, sequence of 3)."));
        }
        if (digits.substring(COMMUNITY).matches("0+")) {
            throw malformed(digits, Text.of("网格顺序号从 1 开始。", "The sequence in a community starts at 1."));
        }
        RegionCode.of(digits.substring(0, COMMUNITY));
    }

    /// Reads a code of either layout; refused as `unit-grid-code-malformed`, or `region-code-malformed` for its first part.
    public static UnitGridCode of(String text) {
        return new UnitGridCode(text);
    }

    /// Builds a code of the wanted length (14 or 15) from a community and a sequence that fits.
    public static UnitGridCode of(RegionCode community, int sequence, int length) {
        int places = length - COMMUNITY;
        String number = String.valueOf(sequence);
        if (community.level() != RegionCode.Level.COMMUNITY || sequence < 1 || number.length() > places) {
            throw malformed(
                    community + "+" + sequence,
                    Text.of(
                            "网格编码由 12 位社区代码与 " + places + " 位顺序号组成。",
                            "A grid code is made of a community of 12 digits and a sequence of " + places + " digits."));
        }
        return new UnitGridCode(community + "0".repeat(places - number.length()) + number);
    }

    /// 所在社区: the community the grid lies in.
    public RegionCode community() {
        return RegionCode.of(digits.substring(0, COMMUNITY));
    }

    /// 顺序号: the number inside the community, west to east and then north to south.
    public int sequence() {
        return Integer.parseInt(digits.substring(COMMUNITY));
    }

    /// The edition whose layout this code has.
    public Edition edition() {
        return digits.length() == LENGTH_2005 ? Edition.CJT_213_2005 : Edition.GBT_30428;
    }

    @Override
    public int compareTo(UnitGridCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    private static RefusedException malformed(String text, Text remedy) {
        return Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "unit-grid-code-malformed",
                        Text.of("“" + text + "”不是单元网格编码。", "“" + text + "” is not a unit grid code."),
                        remedy)
                .under("BDR-03")
                .asException();
    }
}
