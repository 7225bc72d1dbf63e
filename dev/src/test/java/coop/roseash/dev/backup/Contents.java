package coop.roseash.dev.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything in a database, table by table, and rows to put there.
final class Contents {
    private Contents() {}

    /// Rows and their checksum of every table, the state of every sequence, and the definition of every index.
    static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                contents.put(table,
                        single(statement, "SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(r::text, '\n'"
                                + " ORDER BY r::text)), '') FROM " + table + " r"));
            }
            collect(statement, "SELECT sequencename, coalesce(last_value, -1) FROM pg_sequences", contents);
            collect(statement, "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'", contents);
            collect(statement,
                    "SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint"
                            + " WHERE connamespace = 'public'::regnamespace",
                    contents);
            collect(statement, "SELECT tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger"
                    + " WHERE NOT tgisinternal", contents);
        }
        return contents;
    }

    /// Puts a few rows into as many tables as take them without knowing what they mean, again and again while that
    /// fills more, for some wait for the rows they point to. A table whose checks want more than a plain value stays
    /// empty.
    ///
    /// @return how many tables took rows
    static int fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> empty = tables(statement);
            int all = empty.size();
            for (int before = all + 1; empty.size() < before;) {
                before = empty.size();
                List<String> still = new ArrayList<>();
                for (String table : empty) {
                    if (!fill(statement, table)) {
                        still.add(table);
                    }
                }
                empty = still;
            }
            return all - empty.size();
        }
    }

    private static boolean fill(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery("SELECT quote_ident(attname), format_type(atttypid, NULL)"
                + " FROM pg_attribute WHERE attrelid = '" + table + "'::regclass AND attnum > 0 AND NOT attisdropped"
                + " AND attgenerated = '' AND (attidentity <> '' OR NOT atthasdef)")) {
            while (columns.next()) {
                names.add(columns.getString(1));
                values.add(value(columns.getString(2)));
            }
        }
        try {
            statement
                .execute("INSERT INTO " + table + " (" + String.join(", ", names) + ") OVERRIDING SYSTEM VALUE SELECT "
                        + String.join(", ", values) + " FROM generate_series(1, 3) n");
            return true;
        } catch (SQLException wantsMore) {
            return false;
        }
    }

    private static String value(String type) {
        return switch (type) {
            case "bigint", "integer", "smallint", "numeric", "double precision" -> "n";
            case "text", "character varying", "character" -> "'Ünïcode ' || chr(10) || n";
            case "boolean" -> "n = 1";
            case "timestamp with time zone", "timestamp without time zone", "date" -> "now() + n * interval '1 day'";
            case "bytea" -> "decode(md5(n::text), 'hex')";
            case "jsonb", "json" -> "json_build_object('n', n)::" + type;
            case "uuid" -> "md5(n::text)::uuid";
            default -> type.endsWith("[]") ? "ARRAY[]::" + type : "NULL";
        };
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void collect(Statement statement, String query, Map<String, String> contents) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                contents.put(rows.getString(1), rows.getString(2));
            }
        }
    }

    private static String single(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
