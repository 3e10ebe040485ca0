package lv.vmis.register.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start a demo, whose passwords are public, where other machines could reach it. Runs before any bean is made. */
@Component
class DemoStaysHome implements BeanFactoryPostProcessor, EnvironmentAware {

    private @Nullable Environment settings;

    @Override
    public void setEnvironment(Environment environment) {
        settings = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        if (settings != null) {
            check(settings.getProperty("register.env", "demo"), settings.getProperty("server.address", ""));
        }
    }

    static void check(String env, String address) {
        if (env.equalsIgnoreCase("demo") && !isLoopback(address)) {
            throw new Reachable(address);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            // No address means every address.
            return !address.isBlank() && InetAddress.getByName(address.strip()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The demo would answer other machines. */
    static final class Reachable extends RuntimeException {
        Reachable(String address) {
            super("The demo would answer other machines on the address '%s'".formatted(address));
        }
    }

    /** Says so without a stack trace, and what to do. */
    static final class Analysis extends AbstractFailureAnalyzer<Reachable> {
        @Override
        protected FailureAnalysis analyze(Throwable root, Reachable cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ", and everybody knows the passwords of its accounts.",
                    "Leave REGISTER_ADDRESS at 127.0.0.1, or set REGISTER_ENV to training, test or production.",
                    cause);
        }
    }
}
