package jingwei.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A line between two servers that can be cut, mended, made to hang, to answer rubbish or to break in the middle of an answer.
final class Wire implements AutoCloseable {

    /// What the line does with a connection.
    enum Mood {
        WHOLE, CUT, HANGS, RUBBISH, BREAKS
    }

    private final ServerSocket door;
    private final URI to;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.WHOLE;

    Wire(String address) {
        this.to = URI.create(address);
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    void mood(Mood next) {
        mood = next;
        open.forEach(Wire::close);
        open.clear();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        open.add(caller);
        Mood now = mood;
        try {
            switch (now) {
                case CUT -> close(caller);
                case HANGS -> caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                case RUBBISH -> {
                    caller.getInputStream().read(new byte[65536]);
                    caller.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 14\r\nConnection: close\r\n\r\n{\"ok\": \"sure\"}"
                            .getBytes(StandardCharsets.US_ASCII));
                    close(caller);
                }
                case WHOLE, BREAKS -> {
                    Socket server = new Socket(to.getHost(), to.getPort());
                    open.add(server);
                    threads.execute(() -> pump(caller, server, Long.MAX_VALUE));
                    pump(server, caller, now == Mood.BREAKS ? 40 : Long.MAX_VALUE);
                }
            }
        } catch (IOException e) {
            close(caller);
        }
    }

    private static void pump(Socket from, Socket to, long most) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            long left = most;
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                int some = (int) Math.min(read, left);
                out.write(buffer, 0, some);
                out.flush();
                left -= some;
                if (left == 0) {
                    break;
                }
            }
        } catch (IOException e) {
            // the end of the line
        }
        close(from);
        close(to);
    }

    private static void close(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() {
        close(door);
        mood(Mood.CUT);
        threads.shutdownNow();
    }
}
