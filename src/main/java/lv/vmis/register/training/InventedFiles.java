package lv.vmis.register.training;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.file.AddFile;
import lv.vmis.register.file.Arrived;
import lv.vmis.register.file.Examined;
import lv.vmis.register.file.FileKind;
import lv.vmis.register.file.FileSource;
import lv.vmis.register.file.FileType;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives invented people a face that is drawn, not photographed, and a document that says that it is invented. */
@Component
class InventedFiles {

    /** Enough for every guide and exercise; each takes some 60 KB and a tenth of a second. */
    static final int STORIES = 12;

    private static final int WIDTH = 413;
    private static final int HEIGHT = 531;
    private static final String DRAWN_HERE = "–";

    private static final String DOCUMENT = """
            <html lang="lv"><head><title>Izdomāts dokuments</title><meta name="description" content="Izdomāts dokuments"/>
            <style>body { font-family: 'Noto Sans'; font-size: 11pt; }</style></head>
            <body><h1>Izdomāts dokuments</h1><p>%s</p><p>Persona un dokuments ir izdomāti; tie ir tikai mācībām.</p></body></html>
            """;

    private final AddFile add;
    private final PdfPrinter printer;
    private final Clock clock;

    InventedFiles(AddFile add, PdfPrinter printer, Clock clock) {
        this.add = add;
        this.printer = printer;
        this.clock = clock;
    }

    /** A photo, the face image that was cut from it, and a copy of a document. */
    void add(PersonId id, Invented person) {
        var by = Official.of("inspektore").actor();
        try {
            Acting.as(by, () -> {
                var seed = person.entered().hashCode();
                var photo = file(
                        id,
                        FileKind.PHOTO,
                        "Fotogrāfija",
                        "foto.jpg",
                        FileSource.OWN,
                        face(2, seed),
                        picture(2),
                        null,
                        by);
                file(
                        id,
                        FileKind.FACE,
                        "Sejas attēls",
                        "foto.jpg",
                        FileSource.REGISTER,
                        face(1, seed),
                        picture(1),
                        photo,
                        by);
                file(
                        id,
                        FileKind.IDENTITY_COPY,
                        "Personu apliecinoša dokumenta kopija",
                        "dokuments.pdf",
                        FileSource.PERSON,
                        document(person),
                        new Examined(FileType.PDF, 1, null, null),
                        null,
                        by);
                return Boolean.TRUE;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private UUID file(
            PersonId person,
            FileKind kind,
            String title,
            String name,
            FileSource source,
            byte[] content,
            Examined examined,
            @Nullable UUID madeFrom,
            lv.vmis.register.kernel.Actor by) {
        try (var arrived = Arrived.of(new ByteArrayInputStream(content))) {
            var input =
                    new AddFile.Input(person, kind, title, name, source, null, examined, arrived, madeFrom, DRAWN_HERE);
            return switch (add.run(input, by)) {
                case Outcome.Done<UUID>(var id) -> id;
                case Outcome.Refused<UUID>(var reasons) ->
                    throw new IllegalStateException("an invented file was refused: " + reasons);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] document(Invented person) {
        var entered = person.entered();
        var document = entered.document();
        var says = "%s %s, %s%s"
                .formatted(
                        entered.familyName(),
                        entered.givenNames() == null ? "" : entered.givenNames(),
                        entered.nationality(),
                        document == null ? "" : ", " + document.number());
        return printer.print(
                DOCUMENT.formatted(says.replace("&", "&amp;").replace("<", "&lt;")),
                new PdfPrinter.Facts(new UUID(2026, entered.hashCode()), clock.instant()));
    }

    private static Examined picture(int scale) {
        return new Examined(FileType.JPEG, null, scale * WIDTH, scale * HEIGHT);
    }

    /** A head and shoulders without features, as no living person looks. */
    static byte[] face(int scale, int seed) {
        var dice = new Random(seed);
        var image = new BufferedImage(scale * WIDTH, scale * HEIGHT, BufferedImage.TYPE_INT_RGB);
        var draw = image.createGraphics();
        draw.scale(scale, scale);
        draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw.setPaint(new GradientPaint(0, 0, new Color(0xE9EBEE), 0, HEIGHT, new Color(0xCCD1D7)));
        draw.fillRect(0, 0, WIDTH, HEIGHT);
        draw.setColor(Color.getHSBColor(dice.nextFloat(), 0.35f, 0.45f));
        draw.fill(new RoundRectangle2D.Float(56, 390, 300, 300, 200, 200));
        draw.setColor(Color.getHSBColor(0.07f, 0.25f + dice.nextFloat() * 0.3f, 0.55f + dice.nextFloat() * 0.4f));
        draw.fill(new RoundRectangle2D.Float(166, 330, 80, 110, 60, 60));
        draw.fill(new Ellipse2D.Float(116, 120, 180, 250));
        draw.setColor(Color.getHSBColor(0.08f, 0.4f, 0.1f + dice.nextFloat() * 0.5f));
        draw.fill(new RoundRectangle2D.Float(112, 104, 188, 70 + dice.nextInt(40), 120, 120));
        draw.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
