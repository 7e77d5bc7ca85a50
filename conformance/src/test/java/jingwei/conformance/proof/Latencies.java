package jingwei.conformance.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// 响应时间: how long each kind of request took, in nanoseconds of the wall, seen by who sent it.
final class Latencies {

    private static final double MILLI = 1e6;

    private final Map<String, Queue<Long>> spans = new ConcurrentHashMap<>();

    /// One kind's line. Times in milliseconds.
    record Line(String kind, int count, double median, double p95, double p99, double longest) {
    }

    void took(String kind, long nanos) {
        spans.computeIfAbsent(kind, any -> new ConcurrentLinkedQueue<>()).add(nanos);
    }

    List<Line> lines() {
        return spans.keySet().stream().sorted().map(kind -> line(kind, sorted(kind))).toList();
    }

    /// Every act of a case together.
    Line acts() {
        return line("acts", spans.keySet().stream().filter(kind -> kind.startsWith("act ")).flatMapToLong(kind -> Arrays.stream(sorted(kind)))
                .sorted().toArray());
    }

    private long[] sorted(String kind) {
        return spans.get(kind).stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static Line line(String kind, long[] sorted) {
        return new Line(kind, sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / MILLI;
    }
}
