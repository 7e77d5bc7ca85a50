package jingwei.media.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// 截取: the first so many bytes of a stream.
final class FirstBytes extends FilterInputStream {

    private long left;

    FirstBytes(InputStream whole, long length) {
        super(whole);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = super.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
