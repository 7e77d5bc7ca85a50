package jingwei.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.exchange.stranger.StrangerDoor;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 异构平台之门: where platforms somebody else built put their messages in, each at an address nobody else knows
/// (docs/formats/stranger-1.0.md).
@RestController
@RequestMapping("/api/exchange/gateways")
@Tag(name = "exchange")
class GatewayController {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._-]{1,20})");

    private final StrangerDoor strangers;

    GatewayController(StrangerDoor strangers) {
        this.strangers = strangers;
    }

    @PostMapping(path = "/{door}", produces = "text/xml")
    @Permit(Permission.ANYONE)
    @Operation(summary = "收异构平台的报文（SOAP），按其约定答复 take a message of a platform somebody else built",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "text/xml",
                    examples = @ExampleObject("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">…</soap:Envelope>"))))
    ResponseEntity<byte[]> take(@PathVariable String door, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getContentLengthLong() > StrangerDoor.LARGEST ? new byte[StrangerDoor.LARGEST + 1]
                : request.getInputStream().readNBytes(StrangerDoor.LARGEST + 1);
        if (body.length > StrangerDoor.LARGEST) {
            response.setHeader("Connection", "close");
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "message-too-large", Text.of("报文超过 24 MB", "the message is larger than 24 MB"),
                    Text.of("请减少附件，或只给地址", "send fewer attachments, or their addresses")).under("EXC-06").asException();
        }
        StrangerDoor.Answer answer = strangers.take(door, body, charset(request.getContentType()));
        return ResponseEntity.status(answer.status()).header("Content-Type", "text/xml;charset=" + answer.charset()).body(answer.bytes());
    }

    private static @Nullable String charset(@Nullable String type) {
        Matcher said = CHARSET.matcher(type == null ? "" : type);
        return said.find() ? said.group(1) : null;
    }
}
