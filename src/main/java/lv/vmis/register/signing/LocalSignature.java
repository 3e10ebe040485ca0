package lv.vmis.register.signing;

import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SerializableSignatureParameters;
import eu.europa.esig.dss.model.SerializableTimestampParameters;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signs with the local keys: ASiC-E and PAdES of the level baseline B, which needs no other machine. */
@Component
class LocalSignature implements ElectronicSignature {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSignature.class);

    private final LocalKeys keys;
    private final Clock clock;

    LocalSignature(LocalKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public boolean isOffered() {
        return keys.areUsed();
    }

    @Override
    public Answer sign(Order order) {
        if (!isOffered()) {
            return new Answer.Declined("REGISTER_SIGNING_KEYS");
        }
        try {
            return new Answer.Signed(signed(order));
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            LOG.error("A document could not be signed", failure);
            return new Answer.Silent(failure.getClass().getSimpleName());
        }
    }

    private byte[] signed(Order order) throws IOException, GeneralSecurityException {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var signatory = order.signatory();
        var key = keys.of(signatory.account(), signatory.name(), signatory.institution(), now);
        var document = order.document();
        return signed(document.content(), document.fileName(), order.format(), key, now);
    }

    static byte[] signed(byte[] content, String name, SignatureFormat format, LocalKeys.Key key, Instant at)
            throws IOException, GeneralSecurityException {
        var document = new InMemoryDocument(content, name, MimeTypeEnum.PDF);
        var verifier = new CommonCertificateVerifier(true);
        return switch (format) {
            case ASICE -> {
                var parameters = new ASiCWithXAdESSignatureParameters();
                parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
                parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
                yield signed(new ASiCWithXAdESService(verifier), document, with(parameters, key, at), key.secret());
            }
            case PADES -> {
                var parameters = new PAdESSignatureParameters();
                parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
                yield signed(new PAdESService(verifier), document, with(parameters, key, at), key.secret());
            }
        };
    }

    static <P extends AbstractSignatureParameters<?>> P with(P parameters, LocalKeys.Key key, Instant at) {
        var chain = key.chain().stream().map(CertificateToken::new).toList();
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(java.util.Date.from(at));
        return parameters;
    }

    static <P extends SerializableSignatureParameters, T extends SerializableTimestampParameters> byte[] signed(
            DocumentSignatureService<P, T> service, DSSDocument document, P parameters, PrivateKey secret)
            throws IOException, GeneralSecurityException {
        var algorithm = SignatureAlgorithm.ECDSA_SHA256;
        var signing = Signature.getInstance(algorithm.getJCEId());
        signing.initSign(secret);
        signing.update(service.getDataToSign(document, parameters).getBytes());
        var out = new ByteArrayOutputStream(64 * 1024);
        service.signDocument(document, parameters, new SignatureValue(algorithm, signing.sign()))
                .writeTo(out);
        return out.toByteArray();
    }
}
