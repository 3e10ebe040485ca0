package lv.vmis.register.contingency;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.RegisterClock;

/**
 * The program for the border without network: opens the lists in its folder and checks by them, in the browser of the same machine
 * ({@code ./register checker FOLDER}; docs/contingency.md).
 */
public final class Checker {

    private static final int PORT = 8199;

    private Checker() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("./register checker FOLDER [PORT]");
            System.exit(2);
        }
        var texts = new Texts();
        var clock = new RegisterClock(Clock.systemUTC());
        var port = args.length == 2 ? Integer.parseInt(args[1]) : PORT;
        var server = new CheckerServer(new CheckerDesk(Path.of(args[0]), texts, clock), texts, clock, port);
        System.out.println("Open " + server.address() + " in the browser of this machine. Ctrl+C ends the program.");
    }
}
