package jingwei.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// 照片: small pictures drawn for the simulator, another one for every name; a few hundred bytes each.
public final class Photos {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final int SIDE = 48;

    private Photos() {
    }

    /// A PNG whose stripes come from the name.
    public static byte[] of(String name) {
        byte[] seed = name.getBytes(StandardCharsets.UTF_8);
        int color = name.hashCode();
        try (ByteArrayOutputStream pixels = new ByteArrayOutputStream();
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(file)) {
            try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels)) {
                for (int y = 0; y < SIDE; y++) {
                    packed.write(0);
                    for (int x = 0; x < SIDE; x++) {
                        int stripe = seed[(x / 4 + y / 8) % seed.length];
                        packed.write(new byte[] {(byte) (color >> 16), (byte) (stripe * 2), (byte) color});
                    }
                }
            }
            out.write(SIGNATURE);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream form = new DataOutputStream(header);
            form.writeInt(SIDE);
            form.writeInt(SIDE);
            form.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "tEXt", ("Comment\0" + Integer.toHexString(color) + seed.length).getBytes(StandardCharsets.US_ASCII));
            chunk(out, "IDAT", pixels.toByteArray());
            chunk(out, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(DataOutputStream out, String kind, byte[] content) throws IOException {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
