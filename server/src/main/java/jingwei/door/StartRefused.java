package jingwei.door;

/// 启动拒绝: the one sentence a person reads when the system cannot start.
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String zh, String en) {
        super(zh + " (" + en + ")", null, false, false);
    }
}
