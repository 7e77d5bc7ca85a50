package jingwei.conformance;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A line between two servers that lets through, lets nothing through, or stops a bundle at one point of its way and tells when it
/// is there, so that a server can be killed at exactly that point.
final class Wire implements AutoCloseable {

    /// How far a request gets.
    enum Way {
        WHOLE, NOWHERE, UNTIL_ASKED, UNTIL_ANSWERED
    }

    private final ServerSocket door;
    private final int to;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile Way way = Way.WHOLE;
    private volatile CountDownLatch there = new CountDownLatch(1);

    /// @param port of the server behind the line
    Wire(int port) {
        this.to = port;
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

    /// Ends what is under way and decides what comes. @return counts down when a bundle has got so far
    CountDownLatch let(Way next) {
        CountDownLatch latch = new CountDownLatch(1);
        there = latch;
        way = next;
        open.forEach(Wire::shut);
        open.clear();
        return latch;
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
        Way now = way;
        CountDownLatch latch = there;
        try {
            switch (now) {
                case NOWHERE -> shut(caller);
                case UNTIL_ASKED -> {
                    if (caller.getInputStream().read(new byte[65536]) > 0) {
                        latch.countDown();
                    }
                }
                case WHOLE, UNTIL_ANSWERED -> {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
                    open.add(server);
                    threads.execute(() -> pump(caller, server));
                    if (now == Way.WHOLE) {
                        pump(server, caller);
                    } else if (server.getInputStream().read(new byte[1]) > 0) {
                        // The server has answered, so it has kept the letters; nobody hears of it.
                        latch.countDown();
                    }
                }
            }
        } catch (IOException e) {
            shut(caller);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // the end of the line
        }
        shut(from);
        shut(to);
    }

    private static void shut(Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() {
        shut(door);
        let(Way.NOWHERE);
        threads.shutdownNow();
    }
}
