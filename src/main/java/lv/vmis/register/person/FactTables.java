package lv.vmis.register.person;

/** How facts of each kind are written to their table: a row is given as JSON with the names of the columns. */
final class FactTables {

    private FactTables() {}

    static String add(FactKind kind) {
        return switch (kind) {
            case IDENTITY -> ADD_IDENTITY;
            case DOCUMENT -> ADD_DOCUMENT;
            case ADDRESS -> ADD_ADDRESS;
            case WARNING -> ADD_WARNING;
            case VULNERABILITY -> ADD_VULNERABILITY;
            case MARK -> ADD_MARK;
            case KINSHIP -> ADD_KINSHIP;
            case REMARK -> ADD_REMARK;
        };
    }

    static String change(FactKind kind) {
        return switch (kind) {
            case IDENTITY -> CHANGE_IDENTITY;
            case DOCUMENT -> CHANGE_DOCUMENT;
            case ADDRESS -> CHANGE_ADDRESS;
            case WARNING -> CHANGE_WARNING;
            case VULNERABILITY -> CHANGE_VULNERABILITY;
            case MARK -> CHANGE_MARK;
            case KINSHIP -> CHANGE_KINSHIP;
            case REMARK -> CHANGE_REMARK;
        };
    }

    static String remove(FactKind kind) {
        return switch (kind) {
            case IDENTITY -> REMOVE_IDENTITY;
            case DOCUMENT -> REMOVE_DOCUMENT;
            case ADDRESS -> REMOVE_ADDRESS;
            case WARNING -> REMOVE_WARNING;
            case VULNERABILITY -> REMOVE_VULNERABILITY;
            case MARK -> REMOVE_MARK;
            case KINSHIP -> REMOVE_KINSHIP;
            case REMARK -> REMOVE_REMARK;
        };
    }

    static final String ADD_IDENTITY = """
            insert into identity
            select r.* from jsonb_populate_record(cast(null as identity), cast(:row as jsonb)) r
            """;

    static final String CHANGE_IDENTITY = """
            update identity i
               set kind = r.kind, family_name = r.family_name, given_names = r.given_names, patronymic = r.patronymic,
                   original_name = r.original_name, latvian_name = r.latvian_name, name_key = r.name_key, sex = r.sex,
                   birth_date = r.birth_date, birth_earliest = r.birth_earliest, birth_latest = r.birth_latest,
                   birth_country = r.birth_country, birth_place = r.birth_place, personal_code = r.personal_code,
                   personal_code_country = r.personal_code_country, ethnicity = r.ethnicity,
                   marital_status = r.marital_status, valid_from = r.valid_from, valid_to = r.valid_to,
                   source = r.source, version = r.version, noted_at = r.noted_at, noted_by = r.noted_by
              from jsonb_populate_record(cast(null as identity), cast(:row as jsonb)) r
             where i.id = r.id
            """;

    static final String REMOVE_IDENTITY = """
            delete from identity
             where id = :id
            """;

    static final String ADD_DOCUMENT = """
            insert into document
            select r.* from jsonb_populate_record(cast(null as document), cast(:row as jsonb)) r
            """;

    static final String CHANGE_DOCUMENT = """
            update document d
               set type = r.type, number = r.number, number_key = r.number_key, issuer = r.issuer, authority = r.authority,
                   issued_on = r.issued_on, expires_on = r.expires_on, standing = r.standing, state = r.state,
                   state_on = r.state_on, kept = r.kept, kept_where = r.kept_where, source = r.source,
                   version = r.version, noted_at = r.noted_at, noted_by = r.noted_by
              from jsonb_populate_record(cast(null as document), cast(:row as jsonb)) r
             where d.id = r.id
            """;

    static final String REMOVE_DOCUMENT = """
            delete from document
             where id = :id
            """;

    static final String ADD_ADDRESS = """
            insert into address
            select r.* from jsonb_populate_record(cast(null as address), cast(:row as jsonb)) r
            """;

    static final String CHANGE_ADDRESS = """
            update address a
               set kind = r.kind, country = r.country, text = r.text, place = r.place, street = r.street, house = r.house,
                   flat = r.flat, postcode = r.postcode, register_code = r.register_code, valid_from = r.valid_from,
                   valid_to = r.valid_to, source = r.source, version = r.version, noted_at = r.noted_at,
                   noted_by = r.noted_by
              from jsonb_populate_record(cast(null as address), cast(:row as jsonb)) r
             where a.id = r.id
            """;

    static final String REMOVE_ADDRESS = """
            delete from address
             where id = :id
            """;

    static final String ADD_WARNING = """
            insert into warning
            select r.* from jsonb_populate_record(cast(null as warning), cast(:row as jsonb)) r
            """;

    static final String CHANGE_WARNING = """
            update warning w
               set warning = r.warning, basis = r.basis, details = r.details, valid_from = r.valid_from, valid_to = r.valid_to,
                   source = r.source, version = r.version, noted_at = r.noted_at, noted_by = r.noted_by
              from jsonb_populate_record(cast(null as warning), cast(:row as jsonb)) r
             where w.id = r.id
            """;

    static final String REMOVE_WARNING = """
            delete from warning
             where id = :id
            """;

    static final String ADD_VULNERABILITY = """
            insert into vulnerability
            select r.* from jsonb_populate_record(cast(null as vulnerability), cast(:row as jsonb)) r
            """;

    static final String CHANGE_VULNERABILITY = """
            update vulnerability v
               set vulnerability = r.vulnerability, details = r.details, valid_from = r.valid_from, valid_to = r.valid_to, source = r.source,
                   version = r.version, noted_at = r.noted_at, noted_by = r.noted_by
              from jsonb_populate_record(cast(null as vulnerability), cast(:row as jsonb)) r
             where v.id = r.id
            """;

    static final String REMOVE_VULNERABILITY = """
            delete from vulnerability
             where id = :id
            """;

    static final String ADD_MARK = """
            insert into mark
            select r.* from jsonb_populate_record(cast(null as mark), cast(:row as jsonb)) r
            """;

    static final String CHANGE_MARK = """
            update mark m
               set text = r.text, source = r.source, version = r.version, noted_at = r.noted_at, noted_by = r.noted_by
              from jsonb_populate_record(cast(null as mark), cast(:row as jsonb)) r
             where m.id = r.id
            """;

    static final String REMOVE_MARK = """
            delete from mark
             where id = :id
            """;

    static final String ADD_KINSHIP = """
            insert into kinship
            select r.* from jsonb_populate_record(cast(null as kinship), cast(:row as jsonb)) r
            """;

    static final String CHANGE_KINSHIP = """
            update kinship k
               set relation = r.relation, relative = r.relative, name = r.name, birth_date = r.birth_date,
                   source = r.source, version = r.version, noted_at = r.noted_at, noted_by = r.noted_by
              from jsonb_populate_record(cast(null as kinship), cast(:row as jsonb)) r
             where k.id = r.id
            """;

    static final String REMOVE_KINSHIP = """
            delete from kinship
             where id = :id
            """;

    static final String ADD_REMARK = """
            insert into remark
            select r.* from jsonb_populate_record(cast(null as remark), cast(:row as jsonb)) r
            """;

    static final String CHANGE_REMARK = """
            update remark n
               set text = r.text, source = r.source, version = r.version, noted_at = r.noted_at, noted_by = r.noted_by
              from jsonb_populate_record(cast(null as remark), cast(:row as jsonb)) r
             where n.id = r.id
            """;

    static final String REMOVE_REMARK = """
            delete from remark
             where id = :id
            """;
}
