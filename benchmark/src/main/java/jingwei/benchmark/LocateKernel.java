package jingwei.benchmark;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.grid.Location;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// 定位: point to unit grid in memory among some 50,000 cells.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LocateKernel {

    private final LandMap land = Mesh.draw();
    private final GeoPoint[] points = new GeoPoint[100_000];
    private int turn;

    @Setup
    public void draw() {
        Random random = new Random(2);
        for (int i = 0; i < points.length; i++) {
            points[i] = new GeoPoint(random.nextDouble(112.301, 112.549), random.nextDouble(34.501, 34.699));
        }
    }

    @Benchmark
    public Optional<Location> locate() {
        turn = (turn + 1) % points.length;
        return land.locate(points[turn]);
    }
}
