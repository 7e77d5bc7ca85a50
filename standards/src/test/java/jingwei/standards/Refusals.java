package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.function.Supplier;

/// For tests: the code word of a refusal, and that it speaks both languages.
final class Refusals {

    private Refusals() {}

    static String code(Supplier<?> attempt) {
        Throwable thrown = catchThrowable(attempt::get);
        assertThat(thrown).isInstanceOf(RefusedException.class);
        Refusal refusal = ((RefusedException) thrown).refusal();
        assertThat(refusal.what().zh()).isNotBlank();
        assertThat(refusal.what().en()).isNotBlank();
        assertThat(refusal.remedy().zh()).isNotBlank();
        assertThat(refusal.remedy().en()).isNotBlank();
        return refusal.code();
    }

    /// Nothing but a refusal may come out; sound input passes.
    static void codeOrNone(Supplier<?> attempt) {
        Throwable thrown = catchThrowable(attempt::get);
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(RefusedException.class);
        }
    }
}
