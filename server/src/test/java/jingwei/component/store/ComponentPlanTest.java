package jingwei.component.store;

import java.util.List;
import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import jingwei.door.TestDatabase;
import jingwei.grid.ZOrder;
import jingwei.simulator.Requirement;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The search by place stays an index search under row-level security, for the application's own role (BDR-04).
@Requirement("BDR-04")
class ComponentPlanTest {

    private static JdbcClient application;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void fill() {
        TestDatabase database = TestDatabase.fresh();
        DataSource source = database.application();
        application = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        JdbcClient owner = JdbcClient.create(database.owner());
        for (String platform : List.of("big", "small")) {
            owner.sql("""
                    INSERT INTO tenancy.platforms (id, name_zh, name_en, region, model, hosting, standing)
                    VALUES (:id, :id, :id, '4103', 'ONE_LEVEL', 'HOSTED', 'TRIAL')
                    """).param("id", platform).update();
            int count = platform.equals("big") ? 50_000 : 1_000;
            within(platform, () -> {
                for (int from = 0; from < count; from += 1000) {
                    insert(platform, from);
                }
                return null;
            });
        }
        owner.sql("ANALYZE component.components").update();
    }

    private static void insert(String platform, int from) {
        StringBuilder values = new StringBuilder();
        for (int i = from; i < from + 1000; i++) {
            double x = 112.40 + (i % 250) * 0.0004;
            double y = 34.60 + (i / 250) * 0.0005;
            values.append(values.isEmpty() ? "" : ",").append("""
                    ('%s', '4103030118%06d', '0118', '路灯', '410303001001001', %s, %s, %d, 'INTACT', '2026-01-01', '实测')
                    """.formatted(platform, i + 1, x, y, ZOrder.of(x, y)));
        }
        application.sql("""
                INSERT INTO component.components (platform, code, class, name, unit_grid, longitude, latitude, z_order,
                  state, recorded_on, source) VALUES""" + " " + values).update();
    }

    @Test
    void theApplicationSearchesByTheIndexOfPlatformAndPlace() {
        Envelope box = new Envelope(112.4391, 112.4409, 34.6491, 34.6509);
        String sql = "EXPLAIN (ANALYZE) " + ComponentStore.boxQuery(ZOrder.cover(box, 16));
        List<String> plan = within("big", () -> application.sql(sql)
                .param("west", box.getMinX()).param("east", box.getMaxX())
                .param("south", box.getMinY()).param("north", box.getMaxY()).param("class", "").param("limit", 1000)
                .query(String.class).list());
        assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("components_by_place"))
                .anyMatch(line -> line.contains("Index Cond") && line.contains("platform")
                        && line.contains("z_order"));
    }

    @Property(tries = 3000)
    void theRangesContainEveryPointOfTheBox(@ForAll @DoubleRange(min = -179, max = 179) double x,
            @ForAll @DoubleRange(min = -89, max = 89) double y,
            @ForAll @DoubleRange(min = 0, max = 0.9) double width, @ForAll @DoubleRange(min = 0, max = 0.9) double height,
            @ForAll @DoubleRange(min = 0, max = 1) double a, @ForAll @DoubleRange(min = 0, max = 1) double b) {
        Envelope box = new Envelope(x, x + width, y, y + height);
        List<ZOrder.Range> ranges = ZOrder.cover(box, 16);
        long z = ZOrder.of(x + a * width, y + b * height);
        assertThat(ranges).hasSizeLessThanOrEqualTo(16).anyMatch(range -> range.from() <= z && z <= range.to());
    }

    @Test
    void theWorldIsOneRangeAndACornerOfItIsANumber() {
        assertThat(ZOrder.cover(new Envelope(-180, 180, -90, 90), 16)).singleElement()
                .isEqualTo(new ZOrder.Range(0, (1L << 62) - 1));
        assertThat(ZOrder.of(-180, -90)).isZero();
        assertThat(ZOrder.of(180, 90)).isEqualTo((1L << 62) - 1);
    }

    private static <T> T within(String platform, java.util.function.Supplier<T> work) {
        return transaction.execute(status -> {
            application.sql("SELECT set_config('jingwei.platform', :platform, true)").param("platform", platform)
                    .query(String.class).single();
            return work.get();
        });
    }
}
