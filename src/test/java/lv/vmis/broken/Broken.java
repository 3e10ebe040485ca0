package lv.vmis.broken;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.time.Instant;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Open;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** One class for each rule of {@code StyleTest}. */
final class Broken {

    private Broken() {}

    static final class BanManager {}

    public static final class BanPages {}

    static class OpensATransaction {
        @Transactional
        void write() {}
    }

    @Transactional
    static class OpensOneInEachMethod {
        void write() {}
    }

    static final class AsksWithoutConstant {
        private final JdbcClient jdbc;

        AsksWithoutConstant(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        int count() {
            return jdbc.sql("select 1").query(Integer.class).single();
        }
    }

    static class InjectsAField {
        @Autowired
        @Nullable
        Journal journal;
    }

    static class InjectsThroughASetter {
        private @Nullable Journal journal;

        @Autowired
        void setJournal(Journal given) {
            journal = given;
        }

        @Nullable
        Journal journal() {
            return journal;
        }
    }

    static final class AsksTheSystemForTheTime {
        Instant time() {
            return Instant.now();
        }
    }

    @Action
    public static class ActsWithoutJournal {
        public void run() {}
    }

    @Action
    public static class ActsByAnotherVerb {
        private final Journal journal;

        ActsByAnotherVerb(Journal journal) {
            this.journal = journal;
        }

        public Journal execute() {
            return journal;
        }
    }

    static final class LivesInThePast {
        Object live() throws Exception {
            return RegisterClock.at(Instant.EPOCH, () -> "past");
        }
    }

    static final class StartsAProgram {
        Process start() throws IOException {
            return new ProcessBuilder("true").start();
        }
    }

    static final class ReadsObjects {
        Object read(InputStream in) throws IOException, ClassNotFoundException {
            try (var objects = new ObjectInputStream(in)) {
                return objects.readObject();
            }
        }
    }

    static final class LooksUpNames {
        Object look() throws NamingException {
            return new InitialContext();
        }
    }

    static final class LogsByItsOwn {
        void log() {
            java.util.logging.Logger.getLogger("x").info("x");
        }
    }

    static final class NamesNoRight {
        @GetMapping("/broken/none")
        void page() {}
    }

    static final class NamesTwoRights {
        @Open
        @Allow(Right.CHECK)
        @GetMapping("/broken/two")
        void page() {}
    }
}
