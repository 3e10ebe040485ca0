package lv.vmis.register.bench;

import java.nio.file.Path;

/** The bench from the command line. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        new PeopleFolder(Path.of(arguments[2]), Long.parseLong(arguments[1])).write(Long.parseLong(arguments[0]));
    }
}
