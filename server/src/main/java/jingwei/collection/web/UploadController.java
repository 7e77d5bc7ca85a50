package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jingwei.collection.upload.Uploads;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// 断点续传 (ACQ-14): the tus protocol 1.0.0 with creation, checksum, expiration and termination.
@RestController
@RequestMapping(Uploads.PATH)
@Tag(name = "collection")
class UploadController {

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping
    @Permit(Permission.MEDIA_ADD)
    @Operation(summary = "开始续传（tus 1.0.0） begin a resumable upload",
            description = "头部 Upload-Length，Upload-Metadata: sha256 <base64>；回答 Location。Answers Location.",
            parameters = {@Parameter(in = ParameterIn.HEADER, name = "Tus-Resumable", example = "1.0.0"),
                @Parameter(in = ParameterIn.HEADER, name = "Upload-Length", example = "253000"),
                @Parameter(in = ParameterIn.HEADER, name = "Upload-Metadata", example = "sha256 ZmY=")})
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.serve(request, response);
    }

    @PatchMapping("/{upload}")
    @Permit(Permission.MEDIA_ADD)
    @Operation(summary = "送一段 send a part", description = "最后一段在影音库收下之后才回答。The last part is answered after the media room has it.",
            parameters = {@Parameter(in = ParameterIn.HEADER, name = "Tus-Resumable", example = "1.0.0"),
                @Parameter(in = ParameterIn.HEADER, name = "Upload-Offset", example = "65536")})
    void part(@PathVariable String upload, HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.serve(request, response);
    }

    @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
    @Permit(Permission.MEDIA_ADD)
    @Operation(summary = "问收到多少 ask how far it got")
    void ask(@PathVariable String upload, HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.serve(request, response);
    }

    @DeleteMapping("/{upload}")
    @Permit(Permission.MEDIA_ADD)
    @Operation(summary = "放弃 give it up")
    void giveUp(@PathVariable String upload, HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.serve(request, response);
    }
}
