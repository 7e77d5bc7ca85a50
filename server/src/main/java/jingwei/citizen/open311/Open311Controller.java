package jingwei.citizen.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import jingwei.citizen.PublicPlace;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Open311 GeoReport v2 under `/open311/v2`; a platform is a jurisdiction.
@RestController
@RequestMapping("/open311/v2")
class Open311Controller {

    private static final int LARGEST = 256 * 1024;

    private final PublicPlace place;
    private final GeoReport reports;

    Open311Controller(PublicPlace place, GeoReport reports) {
        this.place = place;
        this.reports = reports;
    }

    @GetMapping("/discovery.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> discovery(@PathVariable String ending, HttpServletRequest request) {
        String here = request.getRequestURL().toString().replaceAll("/discovery\\.(json|xml)$", "");
        Map<String, Object> endpoint = new TreeMap<>(Map.of("specification", "http://wiki.open311.org/GeoReport_v2",
                "url", here, "changeset", "2026-11-28T00:00:00+08:00", "type", "production",
                "formats", List.of("application/json", "text/xml")));
        return answered(ending, () -> Shape.one("discovery", new TreeMap<>(Map.of("changeset", "2026-11-28T00:00:00+08:00",
                "contact", "jurisdiction_id 为平台标识，密钥由平台管理员发放 jurisdiction_id is the platform's id; keys come from its administrator",
                "key_service", "", "endpoints", List.of(endpoint)))));
    }

    @GetMapping("/services.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> services(@PathVariable String ending, HttpServletRequest request) {
        return at(ending, query(request), reports::services);
    }

    @GetMapping("/services/{code}.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> definition(@PathVariable String code, @PathVariable String ending, HttpServletRequest request) {
        return at(ending, query(request), () -> reports.definition(code));
    }

    @GetMapping("/requests.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> requests(@PathVariable String ending, HttpServletRequest request) {
        Map<String, String> query = query(request);
        return at(ending, query, () -> reports.requests(query, links(request)));
    }

    @GetMapping("/requests/{number}.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> request(@PathVariable String number, @PathVariable String ending, HttpServletRequest request) {
        return at(ending, query(request), () -> reports.request(number, links(request)));
    }

    @GetMapping("/tokens/{token}.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String ending, HttpServletRequest request) {
        return at(ending, query(request), () -> reports.token(token));
    }

    @GetMapping("/servicerequestupdates.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> updates(@PathVariable String ending, HttpServletRequest request) {
        Map<String, String> query = query(request);
        return at(ending, query, () -> reports.updates(query, links(request)));
    }

    @PostMapping("/requests/{number}/satisfaction.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> satisfaction(@PathVariable String number, @PathVariable String ending, HttpServletRequest request) {
        if (request.getContentLengthLong() > LARGEST) {
            return tooLarge(ending, "256 kB");
        }
        Map<String, String> form = query(request);
        return at(ending, form, () -> reports.satisfaction(number, form, links(request)));
    }

    @PostMapping("/requests.{ending:json|xml}")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> post(@PathVariable String ending, HttpServletRequest request) {
        String type = request.getContentType();
        boolean parts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        if (request.getContentLengthLong() > (parts ? Open311Pictures.LARGEST : LARGEST)) {
            return tooLarge(ending, parts ? "14 MB" : "256 kB");
        }
        List<GeoReport.Picture> pictures;
        try {
            pictures = parts ? Open311Pictures.of(request) : List.of();
        } catch (Fault fault) {
            return fault(ending, fault, HttpHeaders.CONNECTION, "close");
        }
        Map<String, String> form = query(request);
        return at(ending, form, () -> reports.post(form, pictures));
    }

    @GetMapping("/photos/{jurisdiction}/{number}/{hash}.jpg")
    @Permit(Permission.ANYONE)
    ResponseEntity<byte[]> photo(@PathVariable String jurisdiction, @PathVariable String number, @PathVariable String hash) {
        try {
            byte[] picture = place.on(jurisdiction, () -> {
                try (InputStream content = reports.open(reports.photo(number, hash))) {
                    return content.readAllBytes();
                }
            });
            return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "image/jpeg").header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                    .body(picture);
        } catch (Fault fault) {
            return fault("json", fault);
        } catch (RefusedException refused) {
            return fault("json", new Fault(404, refused.refusal().what().zh() + " " + refused.refusal().what().en()));
        }
    }

    private static PhotoLinks links(HttpServletRequest request) {
        String here = request.getRequestURL().toString();
        String jurisdiction = request.getParameter("jurisdiction_id");
        return new PhotoLinks(here.substring(0, here.indexOf("/open311/v2") + "/open311/v2".length()), jurisdiction == null ? "" : jurisdiction);
    }

    private static ResponseEntity<byte[]> tooLarge(String ending, String bar) {
        return fault(ending, new Fault(413, "请求超过 " + bar + " the request is larger than " + bar), HttpHeaders.CONNECTION, "close");
    }

    private ResponseEntity<byte[]> at(String ending, Map<String, String> query, Supplier<Shape> work) {
        String jurisdiction = query.get("jurisdiction_id");
        if (jurisdiction == null || jurisdiction.isBlank()) {
            return fault(ending, new Fault(400, "缺少 jurisdiction_id jurisdiction_id is missing"));
        }
        return answered(ending, () -> {
            try {
                place.find(jurisdiction);
            } catch (RefusedException e) {
                throw new Fault(404, "没有这个 jurisdiction_id there is no such jurisdiction_id");
            }
            return place.on(jurisdiction, work::get);
        });
    }

    private static ResponseEntity<byte[]> answered(String ending, Supplier<Shape> work) {
        try {
            return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, Writer.of(ending).type())
                    .body(Writer.of(ending).write(work.get()));
        } catch (Fault fault) {
            return fault(ending, fault);
        } catch (RefusedException refused) {
            return fault(ending, new Fault(refused.refusal().kind().status() == 422 ? 400 : refused.refusal().kind().status(),
                    refused.refusal().what().zh() + " " + refused.refusal().what().en()));
        }
    }

    private static ResponseEntity<byte[]> fault(String ending, Fault fault, String... header) {
        Map<String, Object> error = new TreeMap<>(Map.of("code", fault.status(), "description", String.valueOf(fault.getMessage())));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(fault.status())
                .header(HttpHeaders.CONTENT_TYPE, Writer.of(ending).type());
        if (header.length == 2) {
            answer.header(header[0], header[1]);
        }
        return answer.body(Writer.of(ending).write(Shape.list("errors", "error", List.of(error))));
    }

    /// Parameters of the address and of a form, one value each; attributes under their full name.
    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> values = new TreeMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all.length == 0 ? "" : all[0]));
        return values;
    }
}
