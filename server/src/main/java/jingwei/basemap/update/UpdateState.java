package jingwei.basemap.update;

import jingwei.standards.Text;

/// 更新状态: received, checked, reviewed, published, or one of the ends in between (BDR-05).
public enum UpdateState {
    RECEIVING("接收中", "receiving"),
    DIVIDING("划分中", "dividing"),
    CHECKING("检查中", "checking"),
    CHECKED("待审核", "to be reviewed"),
    FAULTY("有差错", "faulty"),
    REVIEWED("待发布", "to be published"),
    DECLINED("审核未通过", "declined"),
    PUBLISHING("发布中", "publishing"),
    PUBLISHED("已发布", "published"),
    CANCELLED("已撤销", "cancelled");

    private final Text text;

    UpdateState(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    boolean isOver() {
        return switch (this) {
            case DECLINED, PUBLISHED, CANCELLED -> true;
            case RECEIVING, DIVIDING, CHECKING, CHECKED, FAULTY, REVIEWED, PUBLISHING -> false;
        };
    }
}
