package jingwei.casework.act;

import java.util.List;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.process.Act;

/// 影音要求: the photos an act must bring, and that they are ones the media room holds.
public final class Proofs {

    /// 问题描述、意见、理由的最大长度, in characters.
    private static final int LONGEST = 5000;

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

    /// No text is longer than a docket can carry. @throws jingwei.standards.RefusedException `text-too-long`
    public static void shortEnough(Particulars particulars) {
        for (String text : new String[] {particulars.opinion(), particulars.reason(), particulars.description(),
            particulars.address()}) {
            if (text != null && text.length() > LONGEST) {
                throw Refusals.wrong("text-too-long", "COL-16", "文字超过 " + LONGEST + " 字",
                        "a text is longer than " + LONGEST + " characters", "请精简，或作为附件上传",
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
