package jingwei.geocoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import jingwei.geocoding.places.PlaceFile;
import jingwei.grid.GeoPoint;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;

/// 说不准就说不准: places that stand in another, and spots of which nobody knows the district. The town has two districts without outlines.
class HonestTownTest {

    private static final String HEAD = "id,kind,name,regionCode,longitude,latitude,parentId\n";
    private static final String TOWN = HEAD + """
            A,district,东川区,410301,112.40,34.66,
            B,district,西川区,410302,112.44,34.66,
            S1,landmark,银河大厦,,112.402,34.661,
            S2,landmark,玉泉阁,,112.438,34.661,
            C1,poi,老邮局,410302,112.4372,34.6611,
            M1,landmark,万象广场,410301,112.405,34.668,
            M2,landmark,金都广场,410302,112.446,34.668,
            F1,poi,北星茶馆,410301,112.4052,34.6682,M1
            F2,poi,北星茶馆,410302,112.4462,34.6682,M2
            F3,poi,慢时光书屋,410301,112.4051,34.6681,F1
            """;

    private static PlaceFile.Read read(String text) {
        try {
            return PlaceFile.read(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Gazetteer town() {
        return Gazetteer.of(((PlaceFile.Read.Sound) read(TOWN)).places());
    }

    private static List<Found> found(String words) {
        Answer answer = town().search(Question.of(words, LocalDate.of(2026, 12, 1)));
        return answer instanceof Answer.Spots spots ? spots.found() : List.of();
    }

    @Test
    @Requirement({"GEO-01", "GCF-02"})
    void aShopIsFoundByThePlaceItStandsIn() {
        assertThat(found("北星茶馆")).hasSize(2).allMatch(one -> one.grade() == Grade.AMBIGUOUS);
        for (String words : List.of("万象广场北星茶馆", "万象广场 北星茶馆", "东川区万象广场内北星茶馆")) {
            List<Found> inner = found(words);
            assertThat(inner).as(words).hasSize(1);
            assertThat(inner.getFirst().places()).as(words).containsExactly("F1");
            assertThat(inner.getFirst().grade()).as(words).isEqualTo(Grade.EXACT);
        }
        assertThat(found("金都广场北星茶馆").getFirst().places()).containsExactly("F2");
        assertThat(found("万象广场慢时光书屋").getFirst().places()).as("two steps up").containsExactly("F3");
        assertThat(found("万象广场").getFirst().places()).as("the square itself is still found").containsExactly("M1");
    }

    @Test
    @Requirement({"GEO-04", "GCF-05"})
    void theDescriptionOfAShopNamesWhatItStandsIn() {
        assertThat(town().reverse(new GeoPoint(112.4463, 34.66825), LocalDate.of(2026, 12, 1)).getFirst().text()).contains("金都广场");
        assertThat(found("金都广场北星茶馆").getFirst().text()).contains("金都广场北星茶馆");
    }

    @Test
    @Requirement("GCF-02")
    void whereNothingTellsTheDistrictNobodyIsSentThereWithConfidence() {
        assertThat(found("东川区银河大厦").getFirst().grade()).as("its district, as far as anybody can tell").isEqualTo(Grade.EXACT);
        assertThat(found("西川区银河大厦").getFirst().grade().confident()).as("nearer to the other district").isFalse();
        assertThat(found("西川区玉泉阁").getFirst().grade()).isEqualTo(Grade.EXACT);
        assertThat(found("东川区玉泉阁").getFirst().grade().confident()).as("what stands beside it lies in the other").isFalse();
        assertThat(found("东川区西川区银河大厦").getFirst().grade().confident()).as("two districts at once").isFalse();
    }

    @Test
    @Requirement("GCF-08")
    void aParentThatIsNotThereOrMakesNoSenseIsNamed() {
        assertThat(faults(TOWN + "X,poi,北星分店,410301,112.405,34.668,NONE\n")).contains("所属地点");
        assertThat(faults(TOWN + "X,poi,北星分店,410301,112.405,34.668,X\n")).contains("不能是它自己");
        assertThat(faults(TOWN + "X,district,南川区,410303,112.405,34.668,M1\n")).contains("另一地点之内");
    }

    private static String faults(String text) {
        return ((PlaceFile.Read.Faulty) read(text)).faults().toString();
    }
}
