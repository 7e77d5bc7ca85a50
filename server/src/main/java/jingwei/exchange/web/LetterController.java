package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import jingwei.exchange.carriage.Bundle;
import jingwei.exchange.carriage.MediaPass;
import jingwei.exchange.carriage.Receiver;
import jingwei.exchange.carriage.Sealed;
import jingwei.exchange.join.Joining;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 信件之门: where other platforms put letters and evidence in. Nobody signs in here; every letter is signed by its platform
/// (docs/formats/exchange-1.0.md).
@RestController
@RequestMapping("/api/exchange")
@Tag(name = "exchange")
class LetterController {

    private static final int LARGEST = 4 * 1024 * 1024;

    private final Receiver receiver;
    private final Joining joining;
    private final JsonMapper json;

    LetterController(Receiver receiver, Joining joining, JsonMapper json) {
        this.receiver = receiver;
        this.joining = joining;
        this.json = json;
    }

    @PostMapping("/letters")
    @Permit(Permission.ANYONE)
    @Operation(summary = "收信：一包签名信件，答以签名回执 take signed letters and answer with signed receipts",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "application/json",
                    schema = @Schema(implementation = Bundle.class), examples = @ExampleObject("""
                            {"from": "luoyang", "to": "xinan", "letters": [{"bytes": "eyJmb3JtYXQiOi…", "signature": "m3Vx…"}]}"""))))
    Sealed take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getContentLengthLong() > LARGEST ? new byte[LARGEST + 1] : request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            response.setHeader("Connection", "close");
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "bundle-too-large", Text.of("邮包超过 4 MB", "the bundle is larger than 4 MB"),
                    Text.of("请分成几包；影音请单独送", "send several; media go apart")).under("EXC-06").asException();
        }
        Bundle bundle;
        try {
            bundle = json.readValue(body, Bundle.class);
        } catch (JacksonException e) {
            throw malformed();
        }
        if (bundle.from() == null || bundle.to() == null) {
            throw malformed();
        }
        return receiver.receive(bundle);
    }

    @PutMapping("/media/{hash}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ANYONE)
    @Operation(summary = "收影音：信件里提到而本方缺少的 take evidence a letter named; the pass in the headers is signed")
    void media(@PathVariable String hash, @RequestHeader("X-Exchange-From") String from, @RequestHeader("X-Exchange-To") String to,
            @RequestHeader("X-Exchange-Written") String written, @RequestHeader("X-Exchange-Signature") String signature,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            receiver.media(new MediaPass(PlatformId.of(from), PlatformId.of(to), hash, OffsetDateTime.parse(written), signature),
                    request.getInputStream(), request.getContentLengthLong());
        } catch (DateTimeParseException e) {
            response.setHeader("Connection", "close");
            throw malformed();
        } catch (RefusedException e) {
            response.setHeader("Connection", "close");
            throw e;
        }
    }

    @PostMapping("/joinings")
    @Permit(Permission.ANYONE)
    @Operation(summary = "受理接入：一次性接入码换公钥 take a platform in by its one-time code; keys are exchanged",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"bytes": "eyJjb2RlIjoibHVveWFuZy4…", "signature": "m3Vx…"}"""))))
    Sealed join(@RequestBody Sealed card) {
        return joining.accept(card);
    }

    private static RefusedException malformed() {
        return Refusal.of(Refusal.Kind.MALFORMED, "bad-bundle", Text.of("邮包不合格式", "the bundle is malformed"),
                Text.of("请对照 docs/formats/exchange-1.0.md", "see docs/formats/exchange-1.0.md")).under("EXC-06").asException();
    }
}
