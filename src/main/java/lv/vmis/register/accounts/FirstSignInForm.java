package lv.vmis.register.accounts;

/** What an official types at the first sign-in. */
public record FirstSignInForm(String login, String setupCode, String password, String again) {

    static final FirstSignInForm EMPTY = new FirstSignInForm("", "", "", "");

    static FirstSignInForm of(String login, String setupCode, String password, String again) {
        return new FirstSignInForm(login.strip(), setupCode.strip(), password, again);
    }

    /** Not for logs. */
    @Override
    public String toString() {
        return "FirstSignInForm";
    }
}
