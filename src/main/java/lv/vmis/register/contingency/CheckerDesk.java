package lv.vmis.register.contingency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.check.CheckAnswer;
import lv.vmis.register.check.CheckForm;
import lv.vmis.register.check.CheckWords;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A device at work: its folder with key, lists and queues, who has unlocked it, and the list that is asked. One request at a time.
 */
final class CheckerDesk {

    static final String REGISTER = "register.pem";

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 500;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Texts texts;
    private final Clock clock;

    private @Nullable DeviceKey device;
    private @Nullable RegisterKeys register;
    private @Nullable String inspector;
    private @Nullable OpenedList list;
    private List<CheckerView.NotUsed> notUsed = List.of();
    private @Nullable QueueWriter queue;
    private int waiting;
    private String purpose = "BORDER_CHECK";
    private @Nullable String reason;

    CheckerDesk(Path folder, Texts texts, Clock clock) throws IOException {
        this.folder = folder;
        this.texts = texts;
        this.clock = clock;
        Files.createDirectories(folder);
    }

    boolean isUnlocked() {
        return inspector != null;
    }

    Outcome<String> setup(Map<String, String> typed) throws IOException {
        var in = new Parse(LocalDate.now(clock));
        var passphrase = typed.getOrDefault("passphrase", "");
        if (DeviceKey.isMade(folder)) {
            in.refuse("passphrase", ContingencyRefusal.KEY_KNOWN);
        } else if (passphrase.length() < SHORTEST) {
            in.refuse("passphrase", ContingencyRefusal.PASSPHRASE_SHORT, SHORTEST);
        } else if (!passphrase.equals(typed.get("again"))) {
            in.refuse("again", ContingencyRefusal.PASSPHRASE_OTHER);
        } else {
            DeviceKey.make(folder, passphrase.toCharArray());
        }
        return in.into(() -> passphrase);
    }

    Outcome<String> unlock(Map<String, String> typed) throws IOException {
        var in = new Parse(LocalDate.now(clock));
        var who = in.text("inspector", typed.get("inspector"), LONGEST);
        var opened = DeviceKey.open(folder, typed.getOrDefault("passphrase", "").toCharArray());
        if (opened.isEmpty()) {
            in.refuse("passphrase", ContingencyRefusal.PASSPHRASE_WRONG);
        }
        if (!in.hasMistakes()) {
            lock();
            device = opened.orElseThrow();
            register = RegisterKeys.of(folder.resolve(REGISTER));
            inspector = who.get();
            reload();
        }
        return in.into(who::get);
    }

    void lock() throws IOException {
        endQueue();
        device = null;
        inspector = null;
        list = null;
        notUsed = List.of();
        reason = null;
        waiting = 0;
    }

    /** Looks at the files of the folder anew. */
    void reload() throws IOException {
        var opening = OpenedList.of(folder, Objects.requireNonNull(register), Objects.requireNonNull(device), texts);
        list = opening.list();
        notUsed = opening.refused();
    }

    Outcome<CheckAnswer> check(CheckForm form, Map<String, String> typed) throws IOException {
        var opened = list;
        if (opened == null) {
            return Outcome.refused(ContingencyRefusal.NO_LIST);
        }
        purpose = typed.getOrDefault("purpose", "");
        var in = new Parse(LocalDate.now(clock));
        var why = in.optionalText("reason", typed.get("reason"), LONGEST_REASON);
        if (in.hasMistakes()) {
            return in.into(() -> {
                throw new IllegalStateException("a form with mistakes asks about nobody");
            });
        }
        reason = why.orNull();
        var asking = new OfflineCheck.Asking(Objects.requireNonNull(inspector), purpose, reason);
        return new OfflineCheck(opened, this::add, clock).run(form, asking);
    }

    private void add(QueuedCheck check) throws IOException {
        var writing = queue;
        if (writing == null || writing.hasFailed()) {
            endQueue();
            var now = clock.instant();
            var header = new QueueHeader(
                    UUID.randomUUID(),
                    Objects.requireNonNull(device).fingerprint(),
                    Objects.requireNonNull(register).fingerprint(),
                    now);
            var name = STAMP.format(now) + "-" + header.queue().toString().substring(0, 8) + ".queue";
            writing = new QueueWriter(folder.resolve(name), header, Objects.requireNonNull(device), register);
            queue = writing;
        }
        writing.add(check);
        waiting++;
    }

    private void endQueue() throws IOException {
        if (queue != null) {
            queue.close();
            queue = null;
        }
    }

    CheckerView view(CheckForm form, @Nullable CheckAnswer answer, boolean isMine) throws IOException {
        var shown = isMine ? inspector : null;
        var opened = isMine ? list : null;
        var key = DeviceKey.isMade(folder) ? DeviceKey.shown(folder) : null;
        var believed = Files.exists(folder.resolve(REGISTER))
                ? Device.shown(RegisterKeys.of(folder.resolve(REGISTER)).fingerprint())
                : "";
        return new CheckerView(
                folder.toAbsolutePath().normalize().toString(),
                key == null ? null : Sealing.pem(key),
                key == null ? "" : Device.shown(Sealing.fingerprint(key)),
                believed,
                shown,
                opened == null ? null : facts(opened),
                isMine ? notUsed : List.of(),
                waiting,
                opened == null
                        ? List.of()
                        : opened.purposes().stream()
                                .map(code -> new Option(code.code(), code.text(Language.LV)))
                                .toList(),
                purpose,
                reason,
                form,
                answer,
                words(opened),
                answer == null || opened == null ? "" : alerts(answer, opened));
    }

    private static @Nullable CheckWords words(@Nullable OpenedList opened) {
        return opened == null ? null : opened.words();
    }

    private static CheckerView.ListFacts facts(OpenedList opened) {
        return new CheckerView.ListFacts(
                opened.last().number(), opened.last().madeAt(), opened.last().until(), opened.count());
    }

    private String alerts(CheckAnswer answer, OpenedList opened) {
        return answer.identified().stream()
                .flatMap(known -> opened.alerts().getOrDefault(known.person().value(), List.of()).stream())
                .distinct()
                .map(category -> texts.get(Language.LV, "contingency.alert." + category))
                .collect(Collectors.joining(", "));
    }
}
