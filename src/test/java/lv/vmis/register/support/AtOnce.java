package lv.vmis.register.support;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Tests that share nothing run on all processors at once; each is reported by its name, as if they had run one by one. */
public final class AtOnce {

    private AtOnce() {}

    /** A test by its name. */
    public record Named(String name, Executable test) {}

    private record Begun(String name, Future<?> end) {}

    public static Stream<DynamicTest> run(Stream<Named> tests) {
        var begun = new ArrayList<Begun>();
        var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        tests.forEach(one -> begun.add(new Begun(one.name(), threads.submit(() -> tried(one.test())))));
        threads.shutdown();
        return begun.stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    try {
                        one.end().get();
                    } catch (ExecutionException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private static boolean tried(Executable test) throws Exception {
        try {
            test.execute();
            return true;
        } catch (Exception | Error failed) {
            throw failed;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
