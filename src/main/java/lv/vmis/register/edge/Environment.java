package lv.vmis.register.edge;

/** What an installation is for. Demo and training hold only generated people and list their accounts. */
public enum Environment {
    DEMO,
    TRAINING,
    TEST,
    PRODUCTION;

    /** Whether demo accounts and generated people exist here. */
    public boolean isGenerated() {
        return this == DEMO || this == TRAINING;
    }
}
