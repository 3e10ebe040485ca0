package lv.vmis.register.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does for a group at once what is asked one by one: while one group is at work, the next gathers. */
public final class Gathering<Q, A> implements AutoCloseable {

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final BlockingQueue<Asked<Q, A>> waiting = new LinkedBlockingQueue<>();
    private final Function<List<Q>, List<A>> work;
    private final int most;
    private final List<Thread> workers;
    private volatile boolean closed;

    /**
     * @param name of its threads
     * @param workers how many groups may be at work at a time
     * @param most how many questions a group has at most
     * @param work answers the questions of a group, in their order
     */
    public Gathering(String name, int workers, int most, Function<List<Q>, List<A>> work) {
        this.work = work;
        this.most = most;
        this.workers = IntStream.range(0, workers)
                .mapToObj(i ->
                        Thread.ofPlatform().name(name + "-" + i).daemon(true).start(this::answer))
                .toList();
    }

    /** Waits for the answer. What went wrong in the work is thrown here. */
    public A ask(Q question) {
        var asked = new Asked<Q, A>(question, new CompletableFuture<>());
        waiting.add(asked);
        if (closed) {
            // The last worker may have gone before it was seen.
            giveUp();
        }
        try {
            return asked.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
        giveUp();
    }

    private void giveUp() {
        var left = new ArrayList<Asked<Q, A>>();
        waiting.drainTo(left);
        left.forEach(asked -> asked.answer().completeExceptionally(new IllegalStateException("the register stops")));
    }

    private void answer() {
        while (!closed) {
            var group = new ArrayList<Asked<Q, A>>();
            try {
                group.add(waiting.take());
            } catch (InterruptedException stopped) {
                return;
            }
            waiting.drainTo(group, most - 1);
            answer(group);
        }
    }

    /** One that cannot be answered must not take the others with it: then each is answered alone. */
    private void answer(List<Asked<Q, A>> group) {
        try {
            var answers = work.apply(group.stream().map(Asked::question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failure) {
            if (group.size() == 1) {
                group.getFirst().answer().completeExceptionally(failure);
            } else {
                group.forEach(one -> answer(List.of(one)));
            }
        }
    }
}
