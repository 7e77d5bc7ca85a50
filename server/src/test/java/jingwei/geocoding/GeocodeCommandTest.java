package jingwei.geocoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line on small files: answers, refusals and the exit status.
@Requirement({"GCF-03", "GCF-04", "GCF-05", "GCF-06"})
class GeocodeCommandTest {

    private static final String PLACES = """
            id,kind,name,standardName,aliases,regionCode,streetCode,communityCode,roadId,plateNumber,plateSide,longitude,latitude,wkt,width,validFrom,validTo,source,note
            D1,district,西工区,,,410303,,,,,,112.43,34.67,,,,,,
            D2,district,老城区,,,410302,,,,,,112.47,34.68,,,,,,
            R1,road,中州中路,,,,,,,,,,,"LINESTRING(112.42 34.67,112.45 34.67)",30,,,,
            R2,road,解放路,,,410303,,,,,,,,"LINESTRING(112.44 34.66,112.44 34.68)",20,,,,
            R3,road,中州东路,,,410302,,,,,,,,"LINESTRING(112.45 34.67,112.48 34.67)",30,,,,
            P1,plate,中州中路11号,,,410303,,,R1,11,N,112.4310,34.6702,,,,,,
            P2,plate,中州中路21号,,,410303,,,R1,21,N,112.4330,34.6702,,,,,,
            P3,plate,中州中路12号,,,410303,,,R1,12,S,112.4312,34.6698,,,,,,
            L1,landmark,丽景门,,西大门,410302,,,,,,112.4600,34.6705,,,,,,
            """;

    @TempDir
    private Path folder;

    private record Outcome(int status, List<String> rows, String errors) {
    }

    private Outcome run(String places, String queries, String... more) throws IOException {
        Path in = Files.writeString(folder.resolve("places.csv"), places);
        Path asked = Files.writeString(folder.resolve("queries.csv"), queries);
        Path out = folder.resolve("answers.csv");
        Files.deleteIfExists(out);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("--places", in.toString(), "--queries", asked.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        int status = GeocodeCommand.run(arguments, new PrintStream(errors, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC));
        return new Outcome(status, Files.exists(out) ? Files.readAllLines(out) : List.of(), errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyQueryGetsItsRows() throws IOException {
        Outcome outcome = run(PLACES, """
                id,query,asOf
                q1,中州中路15号,
                q2,中州中路与解放路交叉口向东50米路北,
                q3,西工区中州中路１１号,
                q4,中州路,
                q5,不存在路3号,
                q6,老城区中州中路11号,
                q7,中州中路与解放路,2016-05-01
                q8,西大门,
                q9,中州中路13好,
                q10,中州中路9号,
                q11,中州中路14号,
                """);
        assertThat(outcome.status()).isZero();
        assertThat(outcome.rows().getFirst()).isEqualTo("id,rank,grade,kind,place,longitude,latitude,text");
        assertThat(row(outcome, "q1")).startsWith("q1,1,interpolated,plate,R1+P1+P2,112.4318000,34.6702000");
        assertThat(row(outcome, "q2")).startsWith("q2,1,offset,crossing,R1+R2,112.4405").contains("34.67018");
        assertThat(row(outcome, "q3")).startsWith("q3,1,exact,plate,P1,112.4310000,34.6702000");
        assertThat(outcome.rows().stream().filter(row -> row.startsWith("q4,"))).hasSize(2).allMatch(row -> row.contains(",ambiguous,road,"));
        assertThat(row(outcome, "q5")).startsWith("q5,0,refused,,,,,");
        assertThat(row(outcome, "q6")).containsAnyOf(",conflict,", ",refused,");
        assertThat(row(outcome, "q7")).startsWith("q7,1,crossing,crossing,R1+R2,112.4400000,34.6700000");
        assertThat(row(outcome, "q8")).startsWith("q8,1,exact,landmark,L1,");
        assertThat(row(outcome, "q9")).startsWith("q9,1,interpolated,plate,");
        assertThat(row(outcome, "q10")).as("below the lowest plate: never beyond the range").startsWith("q10,1,conflict,road,R1,");
        assertThat(row(outcome, "q11")).as("no even plate above").startsWith("q11,1,area,road,R1,");
    }

    private static String row(Outcome outcome, String id) {
        return outcome.rows().stream().filter(row -> row.startsWith(id + ",")).findFirst().orElseThrow();
    }

    @Test
    void aPointIsToldAndASwappedOneRefused() throws IOException {
        Outcome outcome = run(PLACES, "id,query\nr1,\"112.4401,34.6701\"\nr2,\"34.67,112.44\"\nr3,abc\nr4,\"112.9,34.9\"\nr5,\"112.43105,34.67021\"\n", "--reverse");
        assertThat(outcome.status()).isZero();
        assertThat(row(outcome, "r1")).startsWith("r1,1,exact,crossing,").contains("中州中路").contains("解放路").contains("东北15米");
        assertThat(row(outcome, "r2")).startsWith("r2,0,refused").contains("写反");
        assertThat(row(outcome, "r3")).startsWith("r3,0,refused");
        assertThat(row(outcome, "r4")).startsWith("r4,0,refused");
        assertThat(row(outcome, "r5")).startsWith("r5,1,exact,plate,P1,");
    }

    @Test
    void aFaultyFileIsNamedRowByRowAndNothingIsAnswered() throws IOException {
        Outcome outcome = run(PLACES + """
                P1,plate,重复,,,410303,,,R1,5,N,112.43,34.67,,,,,,
                X1,poi,写反,,,410303,,,,,,34.67,112.43,,,,,,
                X2,road,断线,,,410303,,,,,,,,"LINESTRING(112.4)",,,,,
                X3,poi,代码,,,4103,41030200,,,,,112.43,34.67,,,,,,
                X4,plate,没有路,,,410303,,,R9,5,N,112.43,34.67,,,,,,
                X5,poi,日期,,,410303,,,,,,112.43,34.67,,,2020-13-01,,,
                """, "id,query\n1,中州中路\n");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.rows()).isEmpty();
        assertThat(outcome.errors()).contains("第 11 行（P1） id").contains("第 12 行（X1）").contains("第 13 行（X2） wkt").contains("第 14 行（X3） streetCode")
                .contains("第 15 行（X4） roadId").contains("第 16 行（X5） validFrom").contains("未载入任何地点");
    }

    @Test
    void wrongArgumentsAndMissingFilesAreSaid() throws IOException {
        assertThat(run(PLACES, "id,query\n", "--sideways").status()).isEqualTo(1);
        assertThat(run("kind,name\n", "id,query\n").errors()).contains("id");
        assertThat(run(PLACES, "name\nx\n").status()).isEqualTo(1);
        assertThat(run(PLACES + "A,\"b\n", "id,query\n").status()).isEqualTo(1);
    }
}
