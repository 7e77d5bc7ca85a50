package jingwei.exchange.carriage;

import java.io.IOException;
import java.io.InputStream;
import jingwei.exchange.Partner;
import jingwei.media.MediaItem;

/// 递送方式: brings a bundle to another platform and its receipts back. HTTP and loopback carry the very same letters; a broker
/// could be a third.
public interface Carrier {

    boolean reaches(Partner partner);

    /// @throws Unreachable where nobody is sure that it arrived; the bundle is then sent again
    Sealed carry(Partner partner, Bundle bundle) throws Unreachable;

    /// Brings a piece of evidence. @param pass signed statement of who sends what to whom
    void bring(Partner partner, MediaItem item, Content content, MediaPass pass) throws Unreachable;

    /// Opens the bytes once more for each attempt.
    interface Content {
        InputStream open() throws IOException;
    }

    /// 送不到: the reason, for people.
    final class Unreachable extends Exception {

        private static final long serialVersionUID = 1L;

        public Unreachable(String why) {
            super(why);
        }
    }
}
