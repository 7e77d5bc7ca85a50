package jingwei.exchange.carriage;

import java.io.IOException;
import java.io.InputStream;
import jingwei.exchange.Partner;
import jingwei.media.MediaItem;
import jingwei.standards.RefusedException;
import org.springframework.stereotype.Component;

/// 环回: to a platform hosted on this server (建租结合). The same sealed letters, checked and kept by the same receiver.
@Component
class LoopbackCarrier implements Carrier {

    private final Receiver receiver;

    LoopbackCarrier(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public boolean reaches(Partner partner) {
        return partner.loopback();
    }

    @Override
    public Sealed carry(Partner partner, Bundle bundle) throws Unreachable {
        try {
            return receiver.receive(bundle);
        } catch (RefusedException e) {
            throw new Unreachable(e.refusal().what().zh());
        }
    }

    @Override
    public void bring(Partner partner, MediaItem item, Content content, MediaPass pass) throws Unreachable {
        try (InputStream bytes = content.open()) {
            receiver.media(pass, bytes, item.size());
        } catch (RefusedException e) {
            throw new Unreachable(e.refusal().what().zh());
        } catch (IOException e) {
            throw new Unreachable("影音读取失败 " + e.getMessage());
        }
    }
}
