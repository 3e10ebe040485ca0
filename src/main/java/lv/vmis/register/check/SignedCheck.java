package lv.vmis.register.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lv.vmis.register.edge.Countersign;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A check that an official has just made, as question and answer with their receipt: what the verifier of docs/receipts.md reads. */
@Component
class SignedCheck {

    private static final String ROUTE = "POST /check";

    private final Receipts receipts;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Countersign countersign;
    private final Looks looks;
    private final Texts texts;

    SignedCheck(
            Receipts receipts, JdbcClient jdbc, JsonMapper json, Countersign countersign, Looks looks, Texts texts) {
        this.receipts = receipts;
        this.jdbc = jdbc;
        this.json = json;
        this.countersign = countersign;
        this.looks = looks;
        this.texts = texts;
    }

    /** The check word by word as its journal entry holds it. */
    private record Kept(UUID request, Receipt check, String asked, String answered) {}

    /**
     * A ZIP file; nothing when the official did not make this check, or made it too long ago.
     *
     * @param purpose of this look; the receipt names that of the check
     */
    Optional<byte[]> of(UUID entry, Purpose purpose, Language language, Actor by) {
        var looked = looks.searching(
                by,
                "check.receipt",
                purpose,
                Map.of("check", entry.toString()),
                () -> receipts.fresh(entry, by).map(this::kept),
                found -> found.map(kept -> kept.check().persons()).orElse(List.of()));
        return looked.value().map(kept -> zip(kept, language, by));
    }

    private Kept kept(Receipt check) {
        return jdbc.sql(KEPT)
                .param("id", check.entry())
                .query((row, _) -> new Kept(
                        row.getObject("request", UUID.class), check, row.getString("asked"), row.getString("answered")))
                .single();
    }

    private byte[] zip(Kept kept, Language language, Actor by) {
        var check = kept.check();
        var request = kept.asked().getBytes(StandardCharsets.UTF_8);
        var answer = json.createObjectNode()
                .put("journalNumber", check.entry().toString())
                .put("checkedAt", check.at().toString())
                .set("answer", json.readTree(kept.answered()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        var receipt = countersign.receipt(new Countersign.Call(
                kept.request(), by.account(), by.institution(), check.purpose(), ROUTE, request, 200, answer));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "request.json", request);
            put(zip, "answer.json", answer);
            put(zip, "receipt.txt", encoded(receipt));
            put(zip, "LASI.txt", texts.get(language, "check.receipt.how").getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] encoded(String receipt) {
        return Base64.getUrlEncoder().withoutPadding().encode(receipt.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    static final String KEPT = """
            select request, search_data::text as asked, payload::text as answered
              from entry
             where id = :id and kind = 'look'
            """;
}
