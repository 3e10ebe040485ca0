package lv.vmis.register.training;

import org.springframework.context.ApplicationContext;

/** Lets a register of a test live as a demo does: people with their whole histories. */
public final class DemoPeople {

    private DemoPeople() {}

    /** Enters so many people into an empty register. */
    public static void enter(ApplicationContext register, int people) {
        try {
            if (!register.getBean(LivingRegister.class).fill(people, Integer.MAX_VALUE)) {
                throw new IllegalStateException("not all were entered");
            }
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
