package jingwei.exchange.stranger;

/// 报文不能读: the reason, in Chinese, as it is answered to the other system and shown at the desk.
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    Unreadable(String code, String why) {
        super(why);
        this.code = code;
    }

    String code() {
        return code;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
