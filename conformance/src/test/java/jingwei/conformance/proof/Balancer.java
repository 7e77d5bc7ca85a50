package jingwei.conformance.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// 一个入口: one address before several servers. Each connection goes to the next server that takes it; who is dead is passed over.
final class Balancer implements AutoCloseable {

    private final ServerSocket door;
    private final List<URI> servers;
    private final AtomicInteger next = new AtomicInteger();

    Balancer(List<URI> servers) {
        this.servers = servers;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::open);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> join(caller));
            } catch (IOException e) {
                // closed, or the caller has gone
            }
        }
    }

    private void join(Socket caller) {
        for (int tries = 0; tries < servers.size(); tries++) {
            URI server = servers.get(Math.floorMod(next.getAndIncrement(), servers.size()));
            Socket there = new Socket();
            try {
                there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), 2_000);
            } catch (IOException e) {
                continue;
            }
            Thread.ofVirtual().start(() -> carry(caller, there));
            carry(there, caller);
            return;
        }
        close(caller);
    }

    /// Until one side ends; then both do, so that a caller of a dead server learns of it at once.
    private static void carry(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side broke off
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
