package jingwei.conformance.proof;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/// 演员: leads one case round the loop, with every post that has a hand in it and four photos of about 20 kB.
final class Player {

    /// On the maps of the city and of the county.
    static final Map<String, Object> POINT = Map.of("longitude", 112.1402, "latitude", 34.7251);
    private static final Duration EACH = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WIDE = 84;
    private static final int HIGH = 80;
    private static final int COLLECTORS = 8;

    private final Sender sender;

    Player(Sender sender) {
        this.sender = sender;
    }

    /// @param words of this case alone
    /// @param below whether the county handles it
    Played play(String words, int n, boolean below) {
        List<String> acts = new ArrayList<>();
        Map<String, String> photos = new LinkedHashMap<>();
        String reporter = "luoyang/collector-" + (1 + n % COLLECTORS);
        String checker = "collector-" + (1 + (n + 1) % COLLECTORS);
        String number = sender.post(reporter, "act report", "/api/cases", Map.of("act", "report", "particulars", Map.of("description", words,
                "classCode", "component-0118", "condition", 1, "point", POINT, "evidence", List.of(photo(photos, reporter, words + " near", "BEFORE"),
                        photo(photos, reporter, words + " far", "BEFORE"))))).path("number").asString();
        acts.add("report");
        act(acts, "luoyang/operator-1", number, "accept", Map.of());
        act(acts, "luoyang/shift-leader-1", number, "file", Map.of());
        if (below) {
            act(acts, "luoyang/dispatcher-1", number, "transfer", Map.of("unit", "xinan-platform"));
            belowHandles(photos, number, words);
        } else {
            act(acts, "luoyang/dispatcher-1", number, "dispatch", Map.of("unit", "lighting"));
            act(acts, "luoyang/lighting-1", number, "handle", Map.of("opinion", "已更换灯具",
                    "evidence", List.of(photo(photos, "luoyang/lighting-1", words + " after", "AFTER"))));
        }
        act(acts, "luoyang/dispatcher-1", number, "report-back", Map.of());
        act(acts, "luoyang/operator-1", number, "ask-check", Map.of("collector", checker));
        act(acts, "luoyang/" + checker, number, "pass-check", Map.of("evidence", List.of(photo(photos, "luoyang/" + checker, words + " checked", "CHECK"))));
        act(acts, "luoyang/shift-leader-1", number, "close", Map.of("opinion", "已解决"));
        return new Played(number, words, List.copyOf(acts), photos, below);
    }

    private void belowHandles(Map<String, String> photos, String number, String words) {
        String[] theirs = {""};
        awaits("the county has " + number, () -> {
            theirs[0] = sender.get("luoyang/dispatcher-1", "read link", "/api/exchange/cases/" + number).at("/links/0/theirs").asString("");
            return !theirs[0].isEmpty();
        });
        List<String> county = new ArrayList<>();
        act(county, "xinan/dispatcher-1", theirs[0], "dispatch", Map.of("unit", "lighting"));
        act(county, "xinan/lighting-1", theirs[0], "handle", Map.of("opinion", "已更换灯具",
                "evidence", List.of(photo(photos, "xinan/lighting-1", words + " after", "AFTER"))));
        act(county, "xinan/dispatcher-1", theirs[0], "report-back", Map.of());
        awaits("the city knows that " + number + " is done",
                () -> sender.get("luoyang/dispatcher-1", "read case", "/api/cases/" + number).path("state").asString("").equals("feedback"));
    }

    private void act(List<String> acts, String who, String number, String act, Map<String, ?> particulars) {
        sender.post(who, "act " + act, "/api/cases/" + number + "/acts", Map.of("act", act, "particulars", particulars));
        acts.add(act);
    }

    private Map<String, String> photo(Map<String, String> photos, String who, String name, String shows) {
        byte[] content = noise(name);
        String hash = sender.photo(who, content);
        photos.put(sha256(content), shows);
        return Map.of("hash", hash, "kind", shows);
    }

    /// Noise does not pack: some 20 kB, another picture for every name.
    static byte[] noise(String name) {
        BufferedImage image = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(name.hashCode() * 31L + name.length());
        for (int y = 0; y < HIGH; y++) {
            for (int x = 0; x < WIDE; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void awaits(String what, java.util.function.BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(EACH.toNanos());
        }
    }
}
