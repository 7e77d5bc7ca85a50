package jingwei.tenancy.web;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// 问题文档: every refusal leaves the house as one shape (RFC 9457), in the reader's language.
///
/// `type` is `urn:jingwei:refused:<code>`; `title` says what happened, `detail` what to do; `clause`, `whoCould` and
/// `missing` are members of their own. Nothing of the program's inside is shown.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<ProblemDetail> refused(RefusedException e, Locale locale) {
        return answer(e.refusal(), locale);
    }

    /// The browser that listened has gone; there is nobody to answer and nothing to note.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception e, Locale locale) {
        return e.getCause() instanceof RefusedException inner ? answer(inner.refusal(), locale)
                : root(e) instanceof RefusedException deep ? answer(deep.refusal(), locale)
                : answer(Refusal.of(Refusal.Kind.MALFORMED, "unreadable-request",
                        Text.of("请求的内容读不懂", "the request could not be read"),
                        Text.of("请对照 /api/openapi.yaml 检查字段名、类型和取值",
                                "check field names, types and values against /api/openapi.yaml")), locale);
    }

    /// What Spring itself refuses (unknown address, wrong method, wrong content type …) in the same shape.
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> other(Exception e, Locale locale) {
        if (e instanceof ConcurrencyFailureException) {
            return answer(Refusal.of(Refusal.Kind.CONFLICT, "moved-meanwhile",
                    Text.of("有人同时办理了同一件事", "somebody did the same thing at the same moment"),
                    Text.of("请刷新后再办", "load it again and try once more")), locale);
        }
        if (holdsWhatNoTextCan(e)) {
            return answer(Refusal.of(Refusal.Kind.MALFORMED, "text-unreadable",
                    Text.of("文字中有不能保存的字符", "the text has a character that cannot be stored"),
                    Text.of("请去掉空字符等控制字符", "leave out NUL and the like")), locale);
        }
        if (!(e instanceof ErrorResponse known)) {
            return fault(e, locale);
        }
        HttpStatusCode status = known.getStatusCode();
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:jingwei:refused:http-" + status.value()));
        problem.setTitle(Text.of("服务器不能按此请求办理（" + status.value() + "）",
                "the server cannot do this request (" + status.value() + ")").in(locale));
        problem.setDetail(Text.of("请对照 /api/openapi.yaml 检查地址、方法和参数",
                "check address, method and parameters against /api/openapi.yaml").in(locale));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /// 故障: ours, not the reader's. The log has the whole of it under the number he is given; he is shown nothing of the inside.
    private static ResponseEntity<ProblemDetail> fault(Exception e, Locale locale) {
        String number = UUID.randomUUID().toString();
        LOG.error("fault {}", number, e);
        ProblemDetail problem = ProblemDetail.forStatus(500);
        problem.setType(URI.create("urn:jingwei:fault"));
        problem.setTitle(Text.of("系统故障，未办理", "a fault of the system; nothing was done").in(locale));
        problem.setDetail(Text.of("请重试；仍不行请把编号 " + number + " 告诉管理员",
                "try again; if it stays, tell the administrator the number " + number).in(locale));
        return ResponseEntity.status(500).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /// The document of one refusal; filters that answer before a controller is reached use it too.
    public static ProblemDetail document(Refusal refusal, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatus(refusal.kind().status());
        problem.setType(URI.create("urn:jingwei:refused:" + refusal.code()));
        problem.setTitle(refusal.what().in(locale));
        problem.setDetail(refusal.remedy().in(locale));
        if (refusal.clause() != null) {
            problem.setProperty("clause", refusal.clause());
        }
        setUnlessEmpty(problem, "whoCould", refusal.whoCould());
        setUnlessEmpty(problem, "missing", refusal.missing());
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(Refusal refusal, Locale locale) {
        return ResponseEntity.status(refusal.kind().status()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document(refusal, locale));
    }

    private static void setUnlessEmpty(ProblemDetail problem, String name, List<String> words) {
        if (!words.isEmpty()) {
            problem.setProperty(name, words);
        }
    }

    /// PostgreSQL keeps every character of Unicode but NUL (22021 in a text, 22P05 in a JSON document).
    private static boolean holdsWhatNoTextCan(Exception e) {
        return root(e) instanceof SQLException sql
                && ("22021".equals(sql.getSQLState()) || "22P05".equals(sql.getSQLState()));
    }

    private static Throwable root(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
