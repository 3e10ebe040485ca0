package lv.vmis.register.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** A test of the whole application as it stands in production: no demo account, and an institution's own sign-in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ProductionTest.Installation.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ProductionTest {

    /** An empty installation. */
    final class Installation implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            new TestDatabase().initialize(context);
            TestPropertyValues.of(
                            "register.env=production",
                            "register.accounts.oidc.issuer=" + OidcProvider.ONE.issuer(),
                            "register.accounts.oidc.client-id=register",
                            "register.accounts.oidc.client-secret=secret",
                            "register.accounts.oidc.acr=high")
                    .applyTo(context);
        }
    }
}
