package org.ecgnet.edge.serial;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A unit behind a serial-to-Ethernet box, {@code tcp://host:port}; the box is set to the unit's own speed.
 *
 * <p>A box without power, or behind a switch that was turned off, closes no connection: a line on which nothing at all
 * is heard for long, though units are asked when they are silent, counts as lost and is opened anew.
 */
public final class TcpLink implements SerialLink {

    private static final Logger LOGGER = LoggerFactory.getLogger(TcpLink.class);

    /** How names of such ports begin. */
    public static final String SCHEME = "tcp://";

    private static final int CONNECT_MILLIS = 5000;
    private static final int READ_TIMEOUT_MILLIS = 200;
    private static final int MOST_WAITING = 256;
    private static final int FEW_WAITING = 32;

    private final Duration lostAfter;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private volatile Optional<Connection> open = Optional.empty();
    private byte[] rest = new byte[0];
    private long heardAt;

    private record Connection(Channel channel, EventLoopGroup group) {}

    /** @param lostAfter of silence the line is lost; longer than the supervisor waits before it asks */
    public TcpLink(Duration lostAfter) {
        this.lostAfter = lostAfter;
    }

    @Override
    public Optional<String> open(String name, int baud) {
        close();
        URI address;
        try {
            address = URI.create(name);
        } catch (IllegalArgumentException e) {
            return Optional.of("no address: " + name);
        }
        if (address.getHost() == null || address.getPort() < 1) {
            return Optional.of("no address: " + name + " (expected: tcp://host:port)");
        }
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("tcp-unit", true), NioIoHandler.newFactory());
        ChannelFuture connected = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new Inbound())
                .connect(address.getHost(), address.getPort())
                .awaitUninterruptibly();
        if (!connected.isSuccess()) {
            end(group);
            return Optional.of("cannot reach " + name + ": is the box on, and is this its address?");
        }
        heardAt = System.nanoTime();
        open = Optional.of(new Connection(connected.channel(), group));
        return Optional.empty();
    }

    private static void end(EventLoopGroup group) {
        group.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly(CONNECT_MILLIS);
    }

    private final class Inbound extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf received) {
                byte[] bytes = new byte[received.readableBytes()];
                received.readBytes(bytes).release();
                waiting.add(bytes);
            }
            if (waiting.size() > MOST_WAITING) {
                context.channel().config().setAutoRead(false);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close().addListener(closed -> LOGGER.debug("line to a box on the network failed", cause));
        }
    }

    @Override
    public int read(byte[] into) {
        Optional<Connection> now = open;
        if (now.isEmpty()) {
            return LOST;
        }
        if (rest.length == 0) {
            rest = next();
        }
        if (rest.length == 0) {
            boolean silent = System.nanoTime() - heardAt > lostAfter.toNanos();
            return silent || !now.get().channel().isActive() && waiting.isEmpty() ? LOST : 0;
        }
        heardAt = System.nanoTime();
        int count = Math.min(into.length, rest.length);
        System.arraycopy(rest, 0, into, 0, count);
        rest = java.util.Arrays.copyOfRange(rest, count, rest.length);
        if (waiting.size() < FEW_WAITING) {
            now.get().channel().config().setAutoRead(true);
        }
        return count;
    }

    private byte[] next() {
        try {
            return Optional.ofNullable(waiting.poll(READ_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                    .orElse(new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new byte[0];
        }
    }

    @Override
    public boolean write(byte[] bytes) {
        return open.filter(connection -> connection.channel().isActive())
                .map(connection -> connection
                        .channel()
                        .writeAndFlush(Unpooled.copiedBuffer(bytes))
                        .awaitUninterruptibly(CONNECT_MILLIS))
                .orElse(false);
    }

    @Override
    public void close() {
        open.ifPresent(connection -> {
            connection.channel().close().awaitUninterruptibly(CONNECT_MILLIS);
            end(connection.group());
        });
        open = Optional.empty();
        waiting.clear();
        rest = new byte[0];
    }
}
