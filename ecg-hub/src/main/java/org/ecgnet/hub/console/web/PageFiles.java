package org.ecgnet.hub.console.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files of the pages, from this program's own jars and from nowhere else: a folder of the same name where the hub was
 * started is never looked at. Each is read once and kept.
 */
public final class PageFiles implements Handler<RoutingContext> {

    /** No segment starts with a dot, so no path leaves its folder. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9._-]*)+");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml");

    private final String folder;
    private final String cacheControl;
    private final Map<String, Optional<PageFile>> kept = new ConcurrentHashMap<>();

    private PageFiles(String folder, String cacheControl) {
        this.folder = folder;
        this.cacheControl = cacheControl;
    }

    /** The console's own files: asked for again each time, since a new version has the same names. */
    public static PageFiles console() {
        return new PageFiles("/console", "no-cache");
    }

    /** Libraries; their version is in the path. */
    public static PageFiles libraries() {
        return new PageFiles("/META-INF/resources", "public, max-age=31536000, immutable");
    }

    public static String startPage() {
        return read("/console/index.html")
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("console/index.html is not on the class path"));
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath().equals("/") ? "/index.html" : context.normalizedPath();
        Optional<PageFile> file = PATH.matcher(path).matches() ? find(path) : Optional.empty();
        if (file.isEmpty()) {
            context.next();
        } else if (file.get().tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            context.response().setStatusCode(304).end();
        } else {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, file.get().type())
                    .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl)
                    .putHeader(HttpHeaders.ETAG, file.get().tag())
                    .end(Buffer.buffer(file.get().bytes()));
        }
    }

    /** What is not there is not kept: an outsider could fill the memory with names. */
    private Optional<PageFile> find(String path) {
        Optional<PageFile> known = kept.getOrDefault(path, Optional.empty());
        if (known.isPresent()) {
            return known;
        }
        Optional<PageFile> file = read(folder + path);
        file.ifPresent(found -> kept.put(path, Optional.of(found)));
        return file;
    }

    private static Optional<PageFile> read(String resource) {
        String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(PageFile.of(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** A file and how to send it. */
    private record PageFile(String type, byte[] bytes, String tag) {

        static PageFile of(String type, byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new PageFile(type, bytes, '"' + HexFormat.of().formatHex(digest, 0, 12) + '"');
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
