package jingwei.casework.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import jingwei.casework.Case;
import jingwei.casework.Particulars;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The written form of cases and particulars in the tables; its own, so that no change of the HTTP contract touches it.
final class Pictures {

    private static final JsonMapper JSON = JsonMapper.builder()
            // Records are written by their components; what a record says besides (isPending …) is reckoned anew.
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            // A field a newer version added must not keep an older server from reading.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Pictures() {
    }

    static String of(Case theCase) {
        return JSON.writeValueAsString(theCase);
    }

    static Case theCase(String text) {
        return JSON.readValue(text, Case.class);
    }

    static String of(Particulars particulars) {
        return JSON.writeValueAsString(particulars);
    }

    static Particulars particulars(String text) {
        return JSON.readValue(text, Particulars.class);
    }
}
