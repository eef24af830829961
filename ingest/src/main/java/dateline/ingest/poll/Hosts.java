package dateline.ingest.poll;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Lets each host be asked one thing at a time, however many feeds it has, and all hosts together not too much, for every
 * answer takes memory. Hosts share a fixed number of turns, so a few may wait for one another; redirects to ever new hosts
 * cannot make it grow.
 */
final class Hosts {
    private static final int AT_ONCE = 32;

    private final ReentrantLock[] turns =
            IntStream.range(0, 509).mapToObj(i -> new ReentrantLock(true)).toArray(ReentrantLock[]::new);
    private final Semaphore all = new Semaphore(AT_ONCE);

    /** Asks when it is the caller's turn, first come first served. */
    <T> T inTurn(String host, Callable<T> asking) throws Exception {
        ReentrantLock turn = turns[Math.floorMod(host.toLowerCase(Locale.ROOT).hashCode(), turns.length)];
        turn.lockInterruptibly();
        try {
            all.acquire();
            try {
                return asking.call();
            } finally {
                all.release();
            }
        } finally {
            turn.unlock();
        }
    }
}
