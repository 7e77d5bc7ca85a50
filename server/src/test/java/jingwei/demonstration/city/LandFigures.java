package jingwei.demonstration.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jingwei.basemap.LayerSource;
import jingwei.basemap.Layers;
import jingwei.basemap.MapFeature;
import jingwei.basemap.UpdateFlow;
import jingwei.basemap.tile.TileAddress;
import jingwei.component.Components;
import jingwei.door.TestClient;
import jingwei.door.TestServer;
import jingwei.grid.GeoPoint;
import jingwei.grid.GridKeeperAccess;
import jingwei.grid.Land;
import jingwei.grid.LandDraft;
import jingwei.grid.LandMap;
import jingwei.grid.LocalPlane;
import jingwei.grid.UnitGrid;
import jingwei.grid.division.Division;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Tenancy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/// Figures of the land; run by name, never with the tests: `-Dtest=LandFigures -Djingwei.size=city -Djingwei.components=1000000`.
/// A second run with `-Djingwei.drawn=true -Dtests.heap=512m` takes the files of the first and shows what the import alone needs.
@Tag("slow")
class LandFigures {

    private static final CitySize SIZE = CitySize.find(System.getProperty("jingwei.size", "demo")).orElseThrow();
    private static final int COMPONENTS = Integer.getInteger("jingwei.components", SIZE.components());

    private static final Path FOLDER = Path.of("target", "city").toAbsolutePath();

    @Test
    void figures() throws IOException {
        if (!Boolean.getBoolean("jingwei.drawn")) {
            drawing();
        }
        TestServer server = TestServer.open(Map.of("jingwei.demo", true, "jingwei.evaluation.every", 3_600_000));
        try {
            Map<String, String> passwords = new java.util.HashMap<>();
            for (String line : Files.readAllLines(server.data().resolve("demo-accounts.csv"))) {
                String[] parts = line.split(",");
                passwords.put(parts[0] + "/" + parts[2], parts[3]);
            }
            TestClient editor = TestClient.of(server).signIn("luoyang", "administrator-1", passwords.get("luoyang/administrator-1"));
            UpdateFlow flow = new UpdateFlow(editor, TestClient.of(server).signIn("luoyang", "center-chief-1",
                    passwords.get("luoyang/center-chief-1")));
            for (String layer : List.of("water", "green", "buildings", "railways", "roads", "landmarks", "community-borders")) {
                long began = System.nanoTime();
                JsonNode done = flow.through(layer, "REPLACE", layer + ".zip", Files.readAllBytes(FOLDER.resolve(layer + ".zip")), Map.of());
                say("import " + layer + " " + done.get("added") + " s", seconds(began));
            }
            long began = System.nanoTime();
            String division = flow.divide();
            JsonNode proposed = flow.settled(division);
            say("division on the server with its check, s", seconds(began));
            assertThat(proposed.get("state").asString()).as(flow.faults(division).toString()).isEqualTo("CHECKED");
            flow.review(division);
            began = System.nanoTime();
            flow.publish(division);
            say("publication of " + flow.settled(division).get("added") + " cells, s", seconds(began));
            components(flow);
            say("most heap used at any moment, MB", ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1_000_000);
            tiles(server);
        } finally {
            server.close();
        }
    }

    private static void drawing() throws IOException {
        long began = System.nanoTime();
        City city = City.draw(4103, SIZE);
        say("city drawn, s", seconds(began));
        say("roads", city.layers().get("roads").size());
        say("area km2", Math.round(city.borders().values().stream().mapToDouble(LandFigures::kilometers).sum()));
        began = System.nanoTime();
        Division.Divided divided = Division.divide(city.division(), part -> { });
        say("division into " + divided.cells().size() + " cells, s", seconds(began));
        LandMap land = CityFiles.land(divided);
        List<UnitGrid> cells = land.cells().stream().map(cell -> divided.unmerged().contains(cell.code()) ? new UnitGrid(cell.code(),
                cell.outline(), cell.areaSquareMeters(), cell.areaClass(), "未合并", cell.edition(), cell.validFrom(), null) : cell).toList();
        say("unmerged small cells", divided.unmerged().size());
        List<Double> areas = cells.stream().map(UnitGrid::areaSquareMeters).sorted().toList();
        say("area median / 5 % / 95 % / max m2", areas.get(areas.size() / 2).intValue() + " / " + areas.get(areas.size() / 20).intValue() + " / "
                + areas.get(areas.size() * 19 / 20).intValue() + " / " + areas.getLast().intValue());
        for (int round = 0; round < 2; round++) {
            began = System.nanoTime();
            int faults = GridKeeperAccess.faults(new LandDraft(land.regions(), List.of(), cells, List.of())).size();
            say("proof of " + cells.size() + " cells, " + faults + " faults, s", seconds(began));
        }
        CityFiles.write(new City(new CitySize(SIZE.word(), SIZE.columns(), SIZE.rows(), COMPONENTS), city.layers(), city.borders()),
                Files.createDirectories(FOLDER), 4103, new PrintStream(new ByteArrayOutputStream()));
    }

    private static double kilometers(Geometry border) {
        return LocalPlane.at(border.getEnvelopeInternal().centre().y).toMeters(border).getArea() / 1e6;
    }

    private static void components(UpdateFlow flow) throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve("components.csv"));
        long began = System.nanoTime();
        String id = flow.send("components", "MERGE", "components.csv", file, Map.of("system", "cgcs2000"));
        say("upload of " + file.length / 1_000_000 + " MB, s", seconds(began));
        began = System.nanoTime();
        JsonNode checked = flow.settled(id);
        say("check of " + checked.get("total") + " components, s", seconds(began));
        assertThat(checked.get("state").asString()).as(flow.faults(id).toString()).isEqualTo("CHECKED");
        flow.review(id);
        began = System.nanoTime();
        flow.publish(id);
        JsonNode done = flow.settled(id);
        double took = (System.nanoTime() - began) / 1e9;
        say("publication of " + done.get("added") + " components, rows a second", Math.round(done.get("added").asLong() / took));
    }

    private static void tiles(TestServer server) {
        Tenancy.run(PlatformId.of("luoyang"), () -> {
            Random random = new Random(1);
            List<UnitGrid> cells = server.room(Land.class).current().cells();
            Layers layers = server.room(Layers.class);
            jingwei.basemap.Tiles tiles = server.room(jingwei.basemap.Tiles.class);
            LayerSource source = layers.source(layers.get("components"));
            TileAddress corner = new TileAddress(14, 0, 0);
            List<Long> cold = new ArrayList<>();
            List<Long> warm = new ArrayList<>();
            List<Long> box = new ArrayList<>();
            List<Long> nearest = new ArrayList<>();
            List<Integer> inTile = new ArrayList<>();
            int most = 0;
            for (int i = 0; i < 300; i++) {
                var at = cells.get(random.nextInt(cells.size())).outline().getCentroid();
                TileAddress address = new TileAddress(14, (int) corner.x(at.getX()), (int) corner.y(at.getY()));
                inTile.add(source.within(address.box(0), Integer.MAX_VALUE).size());
                cold.add(timed(() -> tiles.draw("components", address)));
                warm.add(timed(() -> tiles.draw("components", address)));
                Envelope view = new Envelope(at.getX() - 0.0015, at.getX() + 0.0015, at.getY() - 0.0012, at.getY() + 0.0012);
                List<MapFeature> seen = source.within(view, 10_000);
                most = Math.max(most, seen.size());
                box.add(timed(() -> source.within(view, 10_000)));
                nearest.add(timed(() -> server.room(Components.class).nearest(null, new GeoPoint(at.getX(), at.getY()), 10, 2000)));
            }
            Collections.sort(inTile);
            say("components in a z14 tile, median / p95 / most", inTile.get(150) + " / " + inTile.get(285) + " / " + inTile.getLast());
            say("z14 tile of components, first time, p95 ms", p95(cold));
            say("z14 tile of components, again, p95 ms", p95(warm));
            say("viewport of 270 m (most " + most + "), p95 ms", p95(box));
            say("nearest 10, p95 ms", p95(nearest));
        });
    }

    private static long timed(Runnable what) {
        long began = System.nanoTime();
        what.run();
        return System.nanoTime() - began;
    }

    private static double p95(List<Long> nanos) {
        Collections.sort(nanos);
        return Math.round(nanos.get(nanos.size() * 95 / 100) / 1e4) / 100.0;
    }

    private static double seconds(long began) {
        return Math.round((System.nanoTime() - began) / 1e8) / 10.0;
    }

    private static void say(String what, Object figure) {
        System.out.println("FIGURE " + what + ": " + figure);
    }
}
