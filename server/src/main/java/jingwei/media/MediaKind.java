package jingwei.media;

/// 影音种类: decides how large one may be.
public enum MediaKind {
    IMAGE("照片", 20), SOUND("录音", 20), VIDEO("录像", 100), DOCUMENT("文档", 20);

    private final String zh;
    private final long limit;

    MediaKind(String zh, int megabytes) {
        this.zh = zh;
        this.limit = megabytes * 1024L * 1024L;
    }

    public String zh() {
        return zh;
    }

    /// Largest size in bytes.
    public long limit() {
        return limit;
    }
}
