package jingwei.journal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jingwei.identity.SignedIn;
import jingwei.journal.Submissions;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.RefusalAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// 先写后答: every write of somebody signed in is one transaction, done once a key, acknowledged after its commit.
///
/// The key is taken first, the controller runs inside the transaction with a buffered answer, the answer is kept, the
/// transaction commits, and only then a byte is sent. A refusal rolls everything back and leaves the key free.
///
/// Not here: sessions (a failed sign-in must be counted) and the upload of media (content-addressed, so the same bytes are
/// the same record; and a slow phone must not hold a database connection for as long as its video takes). Nor what comes
/// from phones in parts or by the thousand: a part of an upload is known by its offset, a position by its moment.
@Component
@Order(-90)
class SubmissionFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionFilter.class);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,100}");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag", "Content-Disposition");
    private static final int LARGEST = 2 * 1024 * 1024;
    /// All places of a city in one file: 300,000 rows are 30 MB, and nothing of them may be half loaded.
    private static final int LARGEST_PLACES = 64 * 1024 * 1024;

    private final Submissions submissions;
    private final RefusalAnswer refusals;
    private final TransactionTemplate transaction;

    SubmissionFilter(Submissions submissions, RefusalAnswer refusals,
            PlatformTransactionManager transactions) {
        this.submissions = submissions;
        this.refusals = refusals;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !WRITES.contains(request.getMethod()) || !path.startsWith("/api/")
                || path.equals("/api/sessions") || path.startsWith("/api/sessions/")
                || path.equals("/api/media") || path.equals("/api/collection/positions")
                || path.equals("/api/collection/tracker") || path.startsWith("/api/collection/uploads")
                || path.equals("/api/collection/submissions") || path.startsWith("/api/citizen/")
                || path.startsWith("/api/collection/phones/") || ofPlatforms(path) || SignedIn.find().isEmpty();
    }

    /// The door of other platforms: their letters carry their own ids and signatures.
    private static boolean ofPlatforms(String path) {
        return path.equals("/api/exchange/letters") || path.equals("/api/exchange/joinings") || path.startsWith("/api/exchange/media/")
                || path.startsWith("/api/exchange/gateways/") || path.startsWith("/api/exchange/deliveries/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            refusals.write(request, response, keyMissing());
            return;
        }
        int largest = request.getRequestURI().startsWith("/api/places/import") ? LARGEST_PLACES : LARGEST;
        byte @Nullable [] body = request.getContentLengthLong() > largest ? null : request.getInputStream().readNBytes(largest + 1);
        if (body == null || body.length > largest) {
            response.setHeader("Connection", "close");
            refusals.write(request, response, tooLarge(largest >> 20));
            return;
        }
        String digest = digest(request, body);
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        Optional<Submissions.Kept> before;
        try {
            before = transaction.execute(status -> {
                Optional<Submissions.Kept> kept = submissions.claim(SignedIn.current().account(), key);
                if (kept.isEmpty()) {
                    run(chain, new CachedRequest(request, body), buffered);
                    if (buffered.getStatus() >= 400) {
                        status.setRollbackOnly();
                    } else {
                        keep(request, key, digest, buffered);
                    }
                }
                return kept;
            });
        } catch (Failed e) {
            if (e.getCause() instanceof IOException cut) {
                throw cut;
            }
            throw (ServletException) e.getCause();
        } catch (TransactionException | DataAccessException e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.error("a submission was not stored", e);
            response.resetBuffer();
            KEPT_HEADERS.forEach(name -> response.setHeader(name, null));
            refusals.write(request, response, notStored());
            return;
        }
        if (before.isEmpty()) {
            buffered.copyBodyToResponse();
        } else {
            replay(request, response, before.get(), digest);
        }
    }

    private void keep(HttpServletRequest request, String key, String digest, ContentCachingResponseWrapper answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        submissions.keep(SignedIn.current(), key, request.getMethod(), request.getRequestURI(),
                new Submissions.Kept(digest, answer.getStatus(), headers, answer.getContentAsByteArray()));
    }

    private void replay(HttpServletRequest request, HttpServletResponse response, Submissions.Kept kept, String digest)
            throws IOException {
        if (!kept.digest().equals(digest)) {
            refusals.write(request, response, keyReused());
            return;
        }
        response.setStatus(kept.status());
        kept.headers().forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        if (kept.body().length > 0) {
            response.setContentLength(kept.body().length);
            response.getOutputStream().write(kept.body());
        }
    }

    private static void run(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new Failed(e);
        }
        if (request.isAsyncStarted()) {
            throw new IllegalStateException("a write must be answered in its own thread and transaction");
        }
    }

    /// What makes two requests the same: method, path, query, the post spoken from, and every byte of the body.
    private static String digest(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (@Nullable String part : new @Nullable String[] {request.getMethod(), request.getRequestURI(),
                    request.getQueryString(), SignedIn.current().post()}) {
                sha.update((part == null ? "\n" : part + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal keyMissing() {
        return Refusal.of(Refusal.Kind.MALFORMED, "idempotency-key-missing",
                Text.of("写请求没有带幂等键", "the write carries no idempotency key"),
                Text.of("请加头部 Idempotency-Key（8 到 100 个可见字符，建议 UUID），重发时用同一个键",
                        "send the header Idempotency-Key (8 to 100 visible characters, best a UUID); "
                                + "use the same one when sending again")).missing(List.of("Idempotency-Key"));
    }

    private static Refusal keyReused() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "idempotency-key-reused",
                Text.of("同一个幂等键已用于另一个请求", "the idempotency key was used for another request"),
                Text.of("新的请求请换一个新的键", "use a new key for a new request"));
    }

    private static Refusal tooLarge(int megabytes) {
        return Refusal.of(Refusal.Kind.TOO_LARGE, "too-large",
                Text.of("请求正文超过 " + megabytes + " MB", "the request is larger than " + megabytes + " MB"),
                Text.of("照片、录音和视频请先用 POST /api/media 上传；过大的文件请分开", "upload media through POST /api/media first; split larger files"));
    }

    private static Refusal notStored() {
        return Refusal.of(Refusal.Kind.UNAVAILABLE, "not-stored",
                Text.of("未能保存，什么也没有发生", "nothing could be stored, and nothing was done"),
                Text.of("请稍后用同一个幂等键重发", "send it again later with the same key"));
    }

    /// Carries a checked exception of the servlet chain out of the transaction, which rolls back.
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }
}
