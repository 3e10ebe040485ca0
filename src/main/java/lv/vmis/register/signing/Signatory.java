package lv.vmis.register.signing;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import lv.vmis.register.kernel.Outcome;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Whose certificate it is, as far as the register can know: it has the names of its officials, not their personal codes. */
final class Signatory {

    /** Of what is kept and shown. */
    private static final int LONGEST = 200;

    private static final int NON_REPUDIATION = 1;

    private Signatory() {}

    static Outcome<X509Certificate> is(X509Certificate certificate, DocumentToSign document) {
        var usage = certificate.getKeyUsage();
        if (certificate.getBasicConstraints() >= 0 || (usage != null && !usage[NON_REPUDIATION])) {
            return refused(SigningRefusal.CERTIFICATE_NOT_FOR_SIGNING);
        }
        var name = name(certificate.getSubjectX500Principal());
        return words(name).equals(words(document.signatoryName()))
                ? done(certificate)
                : refused(SigningRefusal.OTHER_PERSON, name, document.signatoryName());
    }

    /** The common name, or the whole where there is none. */
    static String name(X500Principal principal) {
        var names = X500Name.getInstance(principal.getEncoded()).getRDNs(BCStyle.CN);
        var name = names.length == 0
                ? principal.getName()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    /** Certificates are issued in capitals, some with the family name first. */
    private static List<String> words(String name) {
        return Arrays.stream(name.toUpperCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }
}
