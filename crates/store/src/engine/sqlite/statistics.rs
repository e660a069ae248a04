//! What the planner is told of the data: the same in every database.
//!
//! Told nothing, SQLite takes the first column of an index to narrow a search well. Ours is the
//! community, which narrows nothing, and so it would walk through all of one. And figures counted
//! from the data would be those of the day they were counted: a plan that is good for the first
//! ten members is kept for the next hundred thousand.

use rusqlite::{Connection, Result};

/// Rows of a table, nearly all of them of one community.
const ROWS: i64 = 1_000_000;
/// Rows that an id leaves: of one person, of one conversation.
const OF_ONE: i64 = 20;
/// What any other first column divides the rows of a community by: a name, a state, a time.
const KINDS: i64 = 100;

/// Has the planner of every connection that is opened from now on know it. Writes nothing where it
/// is known already.
pub(super) fn tell(connection: &Connection) -> Result<()> {
    let told = tellable(connection)?;
    if known(connection)? == told {
        return Ok(());
    }
    // SQLite makes the table itself, with what it first counts.
    connection.execute_batch("BEGIN IMMEDIATE; ANALYZE schema_migrations; DELETE FROM sqlite_stat1;")?;
    let mut insert = connection.prepare("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)")?;
    for (table, index, rows) in &told {
        insert.execute([table, index, rows])?;
    }
    connection.execute_batch("COMMIT")
}

/// A table, one of its indexes, and its figures as SQLite writes them (fileformat2, 2.6.3).
type Figures = Vec<(String, String, String)>;

fn tellable(connection: &Connection) -> Result<Figures> {
    // The primary key of a table WITHOUT ROWID is the table itself, and its figures go by that name.
    let sql = "SELECT entry.name, coalesce(apart.name, entry.name) AS told, list.\"unique\", group_concat(part.name)
         FROM sqlite_schema entry
         JOIN pragma_index_list(entry.name) list
         LEFT JOIN sqlite_schema apart ON apart.type = 'index' AND apart.name = list.name
         JOIN pragma_index_info(list.name) part
         WHERE entry.type = 'table' GROUP BY list.name ORDER BY entry.name, told";
    let read = |row: &rusqlite::Row<'_>| {
        let columns: String = row.get(3)?;
        Ok((row.get(0)?, row.get(1)?, rows(&columns.split(',').collect::<Vec<_>>(), row.get(2)?)))
    };
    connection.prepare(sql)?.query_map([], read)?.collect()
}

fn known(connection: &Connection) -> Result<Figures> {
    if !connection.table_exists(None, "sqlite_stat1")? {
        return Ok(Figures::new());
    }
    let sql = "SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx";
    connection.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// The rows of an index, and how many share its first column, its first two, and so on.
fn rows(columns: &[&str], is_unique: bool) -> String {
    let mut told = ROWS.to_string();
    let mut left = ROWS;
    for (place, column) in columns.iter().enumerate() {
        left = match (left, *column == "id" || column.ends_with("_id")) {
            _ if *column == "community_id" => left,
            _ if is_unique && place + 1 == columns.len() => 1,
            (ROWS, true) => OF_ONE,
            (ROWS, false) => ROWS / KINDS,
            (_, true) => left / 10,
            (_, false) => left / 2,
        };
        left = left.max(1);
        told.push_str(&format!(" {left}"));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::{known, rows, tell, tellable};
    use rusqlite::Connection;

    #[test]
    fn what_is_known_already_is_not_written_again() {
        let connection = Connection::open_in_memory().unwrap();
        let tables = "CREATE TABLE schema_migrations (name TEXT PRIMARY KEY) STRICT;
             INSERT INTO schema_migrations (name) VALUES ('0001_ground');
             CREATE TABLE links (community_id BLOB, person_id BLOB) STRICT;
             CREATE INDEX links_by_person ON links (community_id, person_id);";
        connection.execute_batch(tables).unwrap();
        tell(&connection).unwrap();
        assert_eq!(known(&connection).unwrap(), tellable(&connection).unwrap());
        let written = connection.total_changes();
        tell(&connection).unwrap();
        assert_eq!(connection.total_changes(), written);
        connection.execute_batch("CREATE INDEX links_by_nobody ON links (person_id)").unwrap();
        tell(&connection).unwrap();
        assert_eq!(known(&connection).unwrap().len(), 3);
    }

    #[test]
    fn a_table_that_is_its_own_index_is_told_of_too() {
        let connection = Connection::open_in_memory().unwrap();
        let tables = "CREATE TABLE schema_migrations (name TEXT PRIMARY KEY) STRICT;
             INSERT INTO schema_migrations (name) VALUES ('0001_ground');
             CREATE TABLE presence (community_id BLOB, person_id BLOB, PRIMARY KEY (community_id, person_id))
                 STRICT, WITHOUT ROWID;";
        connection.execute_batch(tables).unwrap();
        tell(&connection).unwrap();
        let own = ("presence".to_owned(), "presence".to_owned(), "1000000 1000000 1".to_owned());
        assert!(known(&connection).unwrap().contains(&own));
    }

    #[test]
    fn the_community_narrows_nothing_and_each_further_column_narrows_more() {
        assert_eq!(rows(&["community_id", "person_id", "state"], false), "1000000 1000000 20 10");
        assert_eq!(rows(&["community_id", "inviter_id", "invitee_id"], false), "1000000 1000000 20 2");
        assert_eq!(rows(&["community_id", "word", "person_id"], true), "1000000 1000000 10000 1");
        assert_eq!(rows(&["community_id", "conversation_id", "person_id"], true), "1000000 1000000 20 1");
        assert_eq!(rows(&["host"], true), "1000000 1");
    }
}
