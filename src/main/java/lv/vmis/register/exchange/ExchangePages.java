package lv.vmis.register.exchange;

import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Answers;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.exchange.LineState.Reach;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The exchange with other systems: how each line stands, which messages need somebody, and each message. */
@RestController
class ExchangePages {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private final Messages messages;
    private final SendAgain sendAgain;
    private final PutAside putAside;
    private final Lines lines;
    private final StandIns standIns;
    private final KindNames kinds;
    private final Persons persons;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final Templates html;
    private final TransactionTemplate transaction;

    ExchangePages(
            Messages messages,
            SendAgain sendAgain,
            PutAside putAside,
            Lines lines,
            StandIns standIns,
            KindNames kinds,
            Persons persons,
            Purposes purposes,
            Looks looks,
            Once once,
            Templates html,
            PlatformTransactionManager transactions) {
        this.messages = messages;
        this.sendAgain = sendAgain;
        this.putAside = putAside;
        this.lines = lines;
        this.standIns = standIns;
        this.kinds = kinds;
        this.persons = persons;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Allow(Right.KEEP_EXCHANGE)
    @GetMapping("/exchange")
    JteModel list(
            Frame f,
            @RequestParam(defaultValue = "out") String side,
            @RequestParam(defaultValue = "LOOK_AT") String show,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable UUID id) {
        var from = Side.at(side).orElse(Side.OUT);
        var wanted = named(MessageShow.values(), show).orElse(MessageShow.LOOK_AT);
        var only = named(Correspondent.values(), system).orElse(null);
        // Neither names anybody nor says what a message tells: no look at a person.
        return read(() -> html.exchangeList(
                f,
                messages.counts().stream().map(this::state).toList(),
                messages.list(from, wanted, only, before == null ? END : before, id == null ? LAST : id),
                kinds,
                from,
                wanted,
                only));
    }

    @Allow(Right.KEEP_EXCHANGE)
    @GetMapping("/exchange/{side}/{id}")
    JteModel show(Frame f, Actor by, @PathVariable String side, @PathVariable UUID id) {
        return page(f, by, side(side), id, AsideForm.fresh(), Mistakes.NONE);
    }

    @Allow(Right.KEEP_EXCHANGE)
    @PostMapping("/exchange/out/{id}/again")
    ResponseEntity<JteModel> again(Frame f, Actor by, @PathVariable UUID id, @ModelAttribute AsideForm form) {
        return step(f, by, Side.OUT, id, form, "again", () -> sendAgain.run(id, by));
    }

    @Allow(Right.KEEP_EXCHANGE)
    @PostMapping("/exchange/{side}/{id}/aside")
    ResponseEntity<JteModel> aside(
            Frame f, Actor by, @PathVariable String side, @PathVariable UUID id, @ModelAttribute AsideForm form) {
        var from = side(side);
        return step(
                f,
                by,
                from,
                id,
                form,
                "aside",
                () -> form.why(f.today()).then(why -> putAside.run(new PutAside.Input(from, id, why), by)));
    }

    private ResponseEntity<JteModel> step(
            Frame f, Actor by, Side side, UUID id, AsideForm form, String step, Supplier<Outcome<UUID>> action) {
        return Answers.to(
                once.run(form.key(), by, step + id + form, action, _ -> "/exchange/" + side.path() + "/" + id),
                mistakes -> page(f, by, side, id, form, mistakes));
    }

    /** The body names a person, known to the register or not: each look has an entry. */
    private JteModel page(Frame f, Actor by, Side side, UUID id, AsideForm form, Mistakes mistakes) {
        var person = read(() -> messages.person(side, id)).orElseThrow(NotFound::new);
        var purpose = person.map(known -> purposes.at(by, known)).orElse(Purpose.TASK_LIST);
        var file = looks.searching(
                        by,
                        "exchange.message",
                        purpose,
                        Map.of("message", id),
                        () -> messages.stored(side, id)
                                .orElseThrow(NotFound::new)
                                .file(
                                        side,
                                        person.flatMap(persons::bar).orElse(null),
                                        side == Side.OUT ? messages.attempts(id) : List.of()),
                        _ -> person.<List<PersonId>>map(List::of).orElseGet(List::of))
                .value();
        return html.exchangeMessage(f, file, kinds, form, mistakes);
    }

    private LineState state(Messages.Counts counts) {
        var reach = lines.address(counts.system()).isEmpty()
                ? Reach.NOWHERE
                : standIns.isHere(counts.system()) ? Reach.STAND_IN : Reach.ADDRESS;
        return new LineState(
                counts.system(),
                reach,
                counts.heardAt(),
                counts.fault(),
                counts.faultAt(),
                counts.waiting(),
                counts.oldest(),
                counts.dead(),
                counts.refused(),
                counts.unread());
    }

    private <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(transaction.execute(_ -> reading.get()));
    }

    private static Side side(String path) {
        return Side.at(path).orElseThrow(NotFound::new);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst();
    }
}
