package lv.vmis.register.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;

/** The folder of attachments of some rows, and the manifest of each register; a few of its lines are wrong, as always. */
final class OldAttachments implements AutoCloseable {

    /** Every so many rows have one, until there are so many in a register. */
    private static final int EVERY = 25;

    private static final int MOST = 60;

    private final Path folder;
    private final Map<OldRegister, OldCsv> manifests = new EnumMap<>(OldRegister.class);
    private final Map<OldRegister, Integer> seen = new EnumMap<>(OldRegister.class);

    OldAttachments(Path folder) throws IOException {
        this.folder = folder;
        manifests.put(
                OldRegister.LGM,
                new OldCsv(folder.resolve("lgm-pielikumi.csv"), OldPart.UTF_8, OldTable.LGM_ATTACHMENTS));
        manifests.put(
                OldRegister.NIR,
                new OldCsv(folder.resolve("nir-pielikumi.csv"), OldPart.UTF_8, OldTable.NIR_ATTACHMENTS));
    }

    /** Gives the row an attachment when it is its turn. */
    void add(OldRow row) throws IOException {
        var register = row.table.register();
        var count = seen.merge(register, 1, Integer::sum);
        if (count % EVERY != 1 || count / EVERY >= MOST) {
            return;
        }
        var turn = count / EVERY;
        var isPhoto = register == OldRegister.NIR;
        var name = "pielikumi/%s/%s.%s"
                .formatted(
                        register.name().toLowerCase(java.util.Locale.ROOT),
                        row.number().replace('/', '-'),
                        isPhoto ? "jpg" : "pdf");
        var content = isPhoto
                ? InventedFiles.face(1, Long.hashCode(row.person.number()))
                : pdf("Izdomats dokuments / invented: " + row.number());
        if (isPhoto) {
            row.set("FOTO", name);
        }
        var hash = turn % 20 == 7 ? "0".repeat(64) : sha256(content);
        if (turn % 20 != 11) {
            var file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
        }
        if (turn % 20 != 13) {
            Objects.requireNonNull(manifests.get(register)).row(new String[] {
                row.number(),
                name,
                isPhoto ? "FOTO" : "LEMUMS",
                isPhoto ? "Fotogrāfija" : "Lēmuma kopija",
                row.entered.toString(),
                hash
            });
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The smallest document that any program opens. */
    private static byte[] pdf(String text) {
        var stream = "BT /F1 12 Tf 60 780 Td (" + text + ") Tj ET";
        var objects = new String[] {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + stream.length() + ">>\nstream\n" + stream + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        };
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
        for (var at = 0; at < objects.length; at++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(at + 1).append(" 0 obj\n").append(objects[at]).append("\nendobj\n");
        }
        var start = pdf.length();
        pdf.append(table)
                .append("trailer\n<</Size " + (objects.length + 1) + "/Root 1 0 R>>\nstartxref\n" + start
                        + "\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        for (var manifest : manifests.values()) {
            manifest.close();
        }
    }
}
