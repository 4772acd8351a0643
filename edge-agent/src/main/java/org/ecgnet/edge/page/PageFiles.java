package org.ecgnet.edge.page;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's files out of the program itself: its own under {@code page/}, the libraries' under their WebJars. */
final class PageFiles implements Handler<RoutingContext> {

    private static final Pattern NAME =
            Pattern.compile("/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final String WEBJARS = "/webjars/";
    private static final String LIBRARIES = "META-INF/resources/webjars/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml");
    private static final int NOT_FOUND = 404;

    private final Map<String, Buffer> loaded = new ConcurrentHashMap<>();
    private final String importMapHash;

    private PageFiles(String importMapHash) {
        this.importMapHash = importMapHash;
    }

    static PageFiles load() {
        String index = new String(
                resource("page/index.html")
                        .orElseThrow(() -> new IllegalStateException("page/index.html is missing from the program")),
                StandardCharsets.UTF_8);
        Matcher map = IMPORT_MAP.matcher(index);
        if (!map.find()) {
            throw new IllegalStateException("page/index.html has no import map");
        }
        return new PageFiles(hash(map.group(1)));
    }

    /** The import map's hash as a content security policy names it. */
    String importMapHash() {
        return importMapHash;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    @Override
    public void handle(RoutingContext call) {
        String path = call.normalizedPath().equals("/") ? "/index.html" : call.normalizedPath();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        Optional<Buffer> file = type == null || !NAME.matcher(path).matches() ? Optional.empty() : file(path);
        if (file.isEmpty() || type == null) {
            call.response().setStatusCode(NOT_FOUND).end("no such file");
            return;
        }
        call.response().putHeader("content-type", type).end(file.get());
    }

    private Optional<Buffer> file(String path) {
        Buffer known = loaded.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        String name = path.startsWith(WEBJARS) ? LIBRARIES + path.substring(WEBJARS.length()) : "page" + path;
        Optional<Buffer> read = resource(name).map(Buffer::buffer);
        read.ifPresent(buffer -> loaded.put(path, buffer));
        return read;
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + " out of the program", e);
        }
    }
}
