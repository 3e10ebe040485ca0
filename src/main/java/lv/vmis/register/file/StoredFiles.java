package lv.vmis.register.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files as stored: their facts, and their sealed parts. */
@Component
class StoredFiles {

    static final int PAGE = 50;

    /** Before every other. */
    static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list is narrowed to; empty means any. */
    record Filter(String kind, String state, String hash) {}

    /** How many files wait for their search, of one person. */
    int waiting(PersonId person) {
        return jdbc.sql(WAITING_OF)
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    Optional<StoredFile> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(StoredFile.class)).optional();
    }

    /** A page of the files of a person, newest first, and one more if there is one. */
    List<StoredFile> list(PersonId person, Filter filter, UUID before) {
        return jdbc.sql(LIST)
                .param("person", person.value())
                .param("kind", filter.kind())
                .param("state", filter.state())
                .param("hash", filter.hash())
                .param("before", before)
                .param("most", PAGE + 1)
                .query(Rows.of(StoredFile.class))
                .list();
    }

    /** The face image that counts now. */
    Optional<StoredFile> face(PersonId person) {
        return jdbc.sql(FACE)
                .param("person", person.value())
                .query(Rows.of(StoredFile.class))
                .optional();
    }

    boolean isThere(PersonId person, String sha256) {
        return jdbc.sql(IS_THERE)
                .param("person", person.value())
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    void add(UUID id, AddFile.Input in, String key, Actor by, Instant now) {
        var found = in.examined();
        jdbc.sql(ADD)
                .param("id", id)
                .param("person", in.person().value())
                .param("kind", in.kind().name())
                .param("title", in.title())
                .param("name", in.name())
                .param("source", in.source().name())
                .param("dated_on", in.datedOn())
                .param("type", found.type().name())
                .param("size", in.content().size())
                .param("sha256", in.content().sha256())
                .param("pages", found.pages())
                .param("width", found.width())
                .param("height", found.height())
                .param("made_from", in.madeFrom())
                .param("key", key)
                .param("at", utc(now))
                .param("by", by.account())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .param("scanned_at", in.scannedWith() == null ? null : utc(now))
                .param("scanned_with", in.scannedWith())
                .update();
    }

    void addPart(UUID file, int number, byte[] sealed) {
        jdbc.sql(ADD_PART)
                .param("file", file)
                .param("number", number)
                .param("sealed", sealed)
                .update();
    }

    Optional<byte[]> part(UUID file, int number) {
        return jdbc.sql(PART)
                .param("file", file)
                .param("number", number)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    /** Files nobody has searched yet, the oldest first. */
    List<UUID> waiting() {
        return jdbc.sql(WAITING)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** One of them, unless another process has it in hand. */
    Optional<UUID> takeWaiting(UUID id) {
        return jdbc.sql(TAKE_WAITING)
                .param("id", id)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    void scanned(UUID id, String with, Instant now) {
        jdbc.sql(SCANNED)
                .param("id", id)
                .param("with", with)
                .param("at", utc(now))
                .update();
    }

    /** Destroys the content: its key is forgotten and its parts are emptied. */
    void destroy(UUID id, String malware, String with, Instant now) {
        jdbc.sql(DESTROYED)
                .param("id", id)
                .param("malware", malware)
                .param("with", with)
                .param("at", utc(now))
                .update();
        jdbc.sql(EMPTY_PARTS).param("id", id).update();
    }

    boolean correct(UUID id, int version, FileKind kind, String title, FileSource source, @Nullable LocalDate datedOn) {
        return jdbc.sql(CORRECT)
                        .param("id", id)
                        .param("version", version)
                        .param("kind", kind.name())
                        .param("title", title)
                        .param("source", source.name())
                        .param("dated_on", datedOn)
                        .update()
                == 1;
    }

    boolean withdraw(UUID id, int version, String reason, Actor by, Instant now) {
        return jdbc.sql(WITHDRAW)
                        .param("id", id)
                        .param("version", version)
                        .param("reason", reason)
                        .param("by", by.account())
                        .param("at", utc(now))
                        .update()
                == 1;
    }

    /** The face images cut from a photo go with it, and how many they were. */
    int withdrawFaces(UUID photo, String reason, Actor by, Instant now) {
        return jdbc.sql(WITHDRAW_FACES)
                .param("photo", photo)
                .param("reason", reason)
                .param("by", by.account())
                .param("at", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String FIND = """
            select f.id, f.person_id, f.kind, f.title, f.name, f.source, f.dated_on, f.type, f.size, f.sha256, f.pages,
                   f.width, f.height, f.made_from, f.key, f.entered_at, coalesce(a.name, '–') as entered_by, f.institution,
                   f.unit, f.scanned_at, f.scanned_with, f.malware, f.withdrawn_at, w.name as withdrawn_by,
                   f.withdrawn_reason,
                   f.kind = 'FACE' and exists (select 1
                                                 from file n
                                                where n.person_id = f.person_id and n.kind = 'FACE' and n.id > f.id
                                                  and n.withdrawn_at is null and n.malware is null) as superseded,
                   f.version
              from file f
              left join account a on a.id = f.entered_by
              left join account w on w.id = f.withdrawn_by
             where f.id = :id
            """;

    static final String LIST = """
            select f.id, f.person_id, f.kind, f.title, f.name, f.source, f.dated_on, f.type, f.size, f.sha256, f.pages,
                   f.width, f.height, f.made_from, f.key, f.entered_at, coalesce(a.name, '–') as entered_by, f.institution,
                   f.unit, f.scanned_at, f.scanned_with, f.malware, f.withdrawn_at, w.name as withdrawn_by,
                   f.withdrawn_reason,
                   f.kind = 'FACE' and exists (select 1
                                                 from file n
                                                where n.person_id = f.person_id and n.kind = 'FACE' and n.id > f.id
                                                  and n.withdrawn_at is null and n.malware is null) as superseded,
                   f.version
              from file f
              left join account a on a.id = f.entered_by
              left join account w on w.id = f.withdrawn_by
             where f.person_id in (select * from records_of(:person))
               and f.id < :before
               and (:kind = '' or f.kind = :kind)
               and (:state = ''
                    or :state = 'kept' and f.withdrawn_at is null and f.malware is null
                    or :state = 'waiting' and f.scanned_at is null and f.withdrawn_at is null
                    or :state = 'withdrawn' and (f.withdrawn_at is not null or f.malware is not null))
               and (:hash = '' or starts_with(f.sha256, :hash))
             order by f.id desc
             limit :most
            """;

    static final String FACE = """
            select f.id, f.person_id, f.kind, f.title, f.name, f.source, f.dated_on, f.type, f.size, f.sha256, f.pages,
                   f.width, f.height, f.made_from, f.key, f.entered_at, '–' as entered_by, f.institution, f.unit,
                   f.scanned_at, f.scanned_with, f.malware, f.withdrawn_at, null as withdrawn_by, f.withdrawn_reason,
                   false as superseded, f.version
              from file f
             where f.person_id in (select * from records_of(:person)) and f.kind = 'FACE' and f.withdrawn_at is null and f.malware is null
             order by f.id desc
             limit 1
            """;

    static final String WAITING_OF = """
            select count(*)
              from file
             where person_id in (select * from records_of(:person)) and scanned_at is null and withdrawn_at is null
            """;

    static final String IS_THERE = """
            select exists (select 1
                             from file
                            where person_id = :person and sha256 = :sha256
                              and withdrawn_at is null and malware is null)
            """;

    static final String ADD = """
            insert into file (id, person_id, kind, title, name, source, dated_on, type, size, sha256, pages, width, height,
                              made_from, key, entered_at, entered_by, institution, unit, scanned_at, scanned_with)
            values (:id, :person, :kind, :title, :name, :source, :dated_on, :type, :size, :sha256, :pages, :width, :height,
                    :made_from, :key, :at, :by, :institution, :unit, :scanned_at, :scanned_with)
            """;

    static final String ADD_PART = """
            insert into file_part (file_id, number, sealed)
            values (:file, :number, :sealed)
            """;

    static final String PART = """
            select sealed
              from file_part
             where file_id = :file and number = :number
            """;

    static final String WAITING = """
            select id
              from file
             where scanned_at is null
             order by id
             limit 500
            """;

    static final String TAKE_WAITING = """
            select id
              from file
             where id = :id and scanned_at is null
               for update skip locked
            """;

    static final String SCANNED = """
            update file
               set scanned_at = :at, scanned_with = :with, version = version + 1
             where id = :id
            """;

    static final String DESTROYED = """
            update file
               set scanned_at = :at, scanned_with = :with, malware = :malware, key = null, version = version + 1
             where id = :id
            """;

    static final String EMPTY_PARTS = """
            update file_part
               set sealed = ''
             where file_id = :id
            """;

    static final String CORRECT = """
            update file
               set kind = :kind, title = :title, source = :source, dated_on = :dated_on, version = version + 1
             where id = :id and version = :version
            """;

    static final String WITHDRAW_FACES = """
            update file
               set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason, version = version + 1
             where made_from = :photo and withdrawn_at is null
            """;

    static final String WITHDRAW = """
            update file
               set withdrawn_at = :at, withdrawn_by = :by, withdrawn_reason = :reason, version = version + 1
             where id = :id and version = :version and withdrawn_at is null
            """;
}
