package jingwei.standards;

/// 需求: one thing the system must or usually does, by the id that stands in for a clause number.
///
/// The printed clauses were not at hand, so no clause number is invented: tests cite the id. The sentences are our own
/// paraphrase.
///
/// @param id         `ACQ-15`, `T14`, `A4`
/// @param subsystem  one of the nine standard subsystems (子系统), or the chapter it belongs to, in Chinese
/// @param paraphrase one short sentence
/// @param obligation how binding it is
/// @param source     keys of the sources, explained in `standards/PROVENANCE.md`
/// @param confidence how sure we are that the source says so
public record Requirement(
        String id, String subsystem, Text paraphrase, Obligation obligation, String source, Confidence confidence) {

    /// 约束力: where the demand comes from, the most binding first.
    public enum Obligation {
        /// 标准要求: demanded by a standard or by the notice 洛政办〔2014〕115号.
        STD,
        /// 惯例: customary in tenders, products or city rules.
        TEN,
        /// 推导: written nowhere, follows from the others.
        DER
    }

    /// 未核实: not yet checked against a printed source.
    public boolean unverified() {
        return confidence.unverified();
    }
}
