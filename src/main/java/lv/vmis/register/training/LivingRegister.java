package lv.vmis.register.training;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Preparing;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reference.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty demo or training installation with generated people, in the background. A history and the note that it is
 * entered are one transaction, so that after a kill the next start goes on exactly where it stopped.
 */
@Component
@Order(2)
class LivingRegister implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LivingRegister.class);
    private static final long SEED = 2026;

    private final TrainingRuns runs;
    private final Histories histories;
    private final InventedFiles files;
    private final WorkingDays workingDays;
    private final EdgeSettings settings;
    private final Preparing preparing;
    private final DemoMessages messages;
    private final TransactionTemplate transaction;
    private volatile boolean stopped;
    private @Nullable Thread worker;

    LivingRegister(
            TrainingRuns runs,
            Histories histories,
            InventedFiles files,
            WorkingDays workingDays,
            EdgeSettings settings,
            Preparing preparing,
            DemoMessages messages,
            PlatformTransactionManager transactions) {
        this.runs = runs;
        this.histories = histories;
        this.files = files;
        this.workingDays = workingDays;
        this.settings = settings;
        this.preparing = preparing;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.env().isGenerated() || settings.people() <= 0) {
            return;
        }
        worker = Thread.ofPlatform().name("living-register").daemon(true).start(() -> {
            try {
                fill(settings.people(), Integer.MAX_VALUE);
            } catch (Exception failure) {
                LOG.error("Generated people could not be completed; the next start goes on", failure);
                preparing.done();
            }
        });
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        var working = worker;
        if (working != null) {
            working.join(5_000);
        }
    }

    /** Enters what is missing, and at most so many histories; true when all are entered. */
    boolean fill(int people, int atMost) throws Exception {
        var run = begun(people);
        if (run.isEmpty() || run.get().isFinished()) {
            return true;
        }
        var plan =
                Stories.plan(run.get().seed(), run.get().startedAt(), run.get().people(), workingDays::isWorkingDay);
        preparing.reached(run.get().made(), run.get().people());
        for (var entered = 0; entered < atMost && !stopped; entered++) {
            if (!next(plan)) {
                Acting.as(
                        Official.of("administrators").actor(),
                        () -> transaction.execute(_ -> {
                            messages.tell();
                            return true;
                        }));
                preparing.done();
                return true;
            }
        }
        return false;
    }

    private Optional<TrainingRuns.Run> begun(int people) throws Exception {
        return Acting.as(
                Official.of("administrators").actor(),
                () -> Objects.requireNonNull(transaction.execute(_ -> {
                    if (runs.find().isEmpty() && !runs.isInUse()) {
                        runs.begin(SEED, people);
                    }
                    return runs.find();
                })));
    }

    /** Enters the next history of the plan; false when there is none left. */
    private boolean next(List<Story> plan) throws Exception {
        var more = Acting.as(
                Official.of("administrators").actor(),
                () -> transaction.execute(_ -> {
                    runs.commitLazily();
                    var run = runs.locked();
                    if (run.isFinished() || run.stories() >= plan.size()) {
                        if (!run.isFinished()) {
                            runs.finish();
                        }
                        return false;
                    }
                    var story = plan.get(run.stories());
                    var people = live(story);
                    if (run.stories() < InventedFiles.STORIES) {
                        files.add(people.getFirst(), story.people().getFirst());
                    }
                    runs.entered(story.people().size());
                    preparing.reached(run.made() + story.people().size(), run.people());
                    return true;
                }));
        return Boolean.TRUE.equals(more);
    }

    private List<PersonId> live(Story story) {
        try {
            return histories.live(story);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
