package jingwei.citizen.open311;

/// GeoReport 的错误: a status and one sentence, in the form the standard gives errors.
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Fault(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
