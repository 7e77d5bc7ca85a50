package jingwei.casework.act;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.process.Act;
import org.jspecify.annotations.Nullable;

/// 影音要求: the photos an act must bring, and that they are ones the media room holds.
public final class Proofs {

    /// 问题描述、意见、理由的最大长度, in characters.
    private static final int LONGEST = 5000;
    /// 姓名、电话、对方编号等的最大长度.
    private static final int LONGEST_KEY = 200;

    private Proofs() {
    }

    /// At least one photo of the kind. @throws jingwei.standards.RefusedException `photo-missing`
    public static void need(Act act, Particulars particulars, Evidence.Kind kind) {
        if (particulars.evidenceOrNone().stream().noneMatch(each -> each.kind() == kind)) {
            throw Refusals.wrong("photo-missing", act.requirement(),
                    "“" + act.text().zh() + "”至少需要一张" + word(kind) + "照片",
                    "\"" + act.word() + "\" needs at least one photo of kind " + kind,
                    "请先上传照片，再带上它的编号办理", "upload the photo first and give its hash");
        }
    }

    /// Every hash is known. @throws jingwei.standards.RefusedException `unknown-media`
    public static void known(Situation situation, Particulars particulars) {
        List<String> unknown = situation.around()
                .unknownMedia(particulars.evidenceOrNone().stream().map(Evidence::hash).distinct().toList());
        if (!unknown.isEmpty()) {
            throw Refusals.wrong("unknown-media", "ACQ-03", "影音 " + unknown.getFirst() + " 不存在或不是影音",
                    "the media " + unknown.getFirst() + " do not exist or are no picture, sound or film",
                    "请先上传影音，用返回的编号", "upload first and use the hash that is answered");
        }
    }

    /// Every entry of a list says what it has to. @throws jingwei.standards.RefusedException `incomplete-particulars`
    public static void whole(Particulars particulars) {
        boolean whole = Stream.of(particulars.evidence(), particulars.supporting(), particulars.parts())
                .filter(Objects::nonNull).allMatch(list -> list.stream().allMatch(Objects::nonNull))
                && particulars.evidenceOrNone().stream().allMatch(each -> each.hash() != null && each.kind() != null)
                && (particulars.parts() == null
                        || particulars.parts().stream().allMatch(each -> each.unit() != null && each.opinion() != null));
        if (!whole) {
            throw Refusals.wrong("incomplete-particulars", "ACC-02", "清单中有空项或缺少内容的项",
                    "an entry of a list is empty or lacks a part", "请补全或去掉该项", "complete the entry or leave it out");
        }
    }

    /// No text is longer than a docket, and no key longer than an index, can carry.
    ///
    /// @throws jingwei.standards.RefusedException `text-too-long`
    public static void shortEnough(Particulars particulars) {
        Particulars.Reporter reporter = particulars.reporter();
        refuseLonger(LONGEST, particulars.opinion(), particulars.reason(), particulars.description(), particulars.address());
        refuseLonger(LONGEST_KEY, particulars.number(), particulars.limit(), particulars.order(),
                reporter == null ? null : reporter.name(), reporter == null ? null : reporter.phone());
        if (particulars.parts() != null) {
            particulars.parts().forEach(part -> refuseLonger(LONGEST, part.opinion()));
        }
    }

    private static void refuseLonger(int most, @Nullable String... texts) {
        for (String text : texts) {
            if (text != null && text.length() > most) {
                throw Refusals.wrong("text-too-long", "COL-16", "文字超过 " + most + " 字",
                        "a text is longer than " + most + " characters", "请精简，或作为附件上传",
                        "shorten it, or upload it as a paper");
            }
        }
    }

    private static String word(Evidence.Kind kind) {
        return switch (kind) {
            case BEFORE -> "处置前";
            case AFTER -> "处置后";
            case VERIFY -> "核实";
            case CHECK -> "核查";
            case DOCUMENT -> "文书";
        };
    }
}
