//! Configurations that cannot work are refused, in words that lead to the place.

use snug_server::configuration::{Configuration, read_or_make_secret};
use snug_store::{Location, Synchronous};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// The configuration of this file and these variables, or what is wrong with it.
fn read(text: &str, variables: &[(&str, &str)]) -> Result<Configuration, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("snug.toml");
    fs::write(&path, text).unwrap();
    let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let before = format!("{}/", folder.path().display());
    Configuration::read(Some(&path), variables).map_err(|fault| fault.to_string().replace(&before, ""))
}

fn fault(text: &str, variables: &[(&str, &str)]) -> String {
    read(text, variables).expect_err("it is refused")
}

const SQLITE: &str = "database.sqlite = '/var/lib/snug/snug.db'\n";

#[test]
fn what_is_left_out_is_as_the_sample_says() {
    let short = read(SQLITE, &[]).unwrap();
    let sample = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/snug.toml")).unwrap();
    let long = read(&sample, &[("SNUG_DATABASE_SQLITE", "/var/lib/snug/snug.db")]).unwrap();
    let shown = |configuration: &Configuration| format!("{configuration:?}");
    assert_eq!(shown(&short), shown(&long));
    assert_eq!(short.secret_file, PathBuf::from("/var/lib/snug/secret"));
}

#[test]
fn a_key_nobody_knows_is_named_with_its_line() {
    let fault = fault(&format!("{SQLITE}\n[mail]\nhost = 'smtp.example.org'\npasword = 'secret'\n"), &[]);
    assert!(fault.starts_with("snug.toml, line 5, pasword: unknown field `pasword`"), "{fault}");
}

#[test]
fn a_variable_nobody_knows_is_named() {
    assert_eq!(fault(SQLITE, &[("SNUG_LISTENS", "[::1]:80")]), "SNUG_LISTENS: unknown setting");
    assert!(read(SQLITE, &[("SNUG_TEST_POSTGRES", "of the tests"), ("HOME", "/root")]).is_ok());
}

#[test]
fn the_environment_wins_over_the_file() {
    let variables = [
        ("SNUG_LISTEN", "[::1]:9000"),
        ("SNUG_DATABASE_CONNECTIONS", "9"),
        ("SNUG_LIMITS_ENABLED", "false"),
        ("SNUG_DIGEST_EVERY_MINUTES", "60"),
    ];
    let read = read(&format!("listen = '127.0.0.1:80'\n{SQLITE}"), &variables).unwrap();
    assert_eq!(read.listen.to_string(), "[::1]:9000");
    let file = PathBuf::from("/var/lib/snug/snug.db");
    assert!(read.database == Location::Sqlite { file, synchronous: Synchronous::Full, readers: 9 });
    assert_eq!(read.digest_window, snug_domain::Span::hours(1));
    assert!(!read.limits);
}

#[test]
fn a_value_of_the_wrong_kind_is_named_where_it_stands() {
    assert!(fault("listen = 'here'\n", &[]).starts_with("snug.toml, line 1, listen: "));
    assert!(fault(SQLITE, &[("SNUG_DATABASE_CONNECTIONS", "many")]).starts_with("SNUG_DATABASE_CONNECTIONS: "));
    assert!(fault("listen = \n", &[]).starts_with("snug.toml, line 1, listen: "));
}

#[test]
fn what_does_not_go_together_is_said() {
    assert!(fault("", &[]).starts_with("database: no database configured"));
    assert!(fault(SQLITE, &[("SNUG_DATABASE_POSTGRES", "postgres://db/snug")]).starts_with("database: "));
    assert!(fault("database.postgres = 'postgres://db/snug'", &[]).starts_with("secret_file: "));
    assert!(fault(&format!("{SQLITE}mail.host = 'a'\nmail.folder = 'b'\n"), &[]).starts_with("mail: "));
    assert!(fault(&format!("{SQLITE}mail.host = 'a'\nmail.user = 'b'\n"), &[]).starts_with("mail.password: "));
}

#[test]
fn mail_without_encryption_goes_to_this_machine_only() {
    let outlet = |host| {
        let text = format!("{SQLITE}mail.security = 'none'\nmail.host = '{host}'\n");
        read(&text, &[]).unwrap().mail.outlet().map(drop).map_err(|fault| fault.to_string())
    };
    assert_eq!(outlet("localhost"), Ok(()));
    assert!(outlet("smtp.example.org").unwrap_err().starts_with("mail: without encryption"));
}

#[test]
fn no_message_and_no_debug_line_shows_a_password() {
    let canary = "tr0ub4dor";
    let text = format!(
        "secret_file = 's'\ndatabase.postgres = 'postgres://snug:{canary}@db/snug'\nmail.host = 'localhost'\n\
         mail.user = '{canary}'\nmail.password = '{canary}'\n"
    );
    assert!(!format!("{:?}", read(&text, &[]).unwrap()).contains(canary));
    for wrong in [format!("mail.password = {{ {canary} = 1 }}"), format!("mail.password = {canary}")] {
        let fault = fault(&wrong, &[]);
        assert!(!fault.contains(canary), "{fault}");
    }
}

#[test]
fn a_secret_is_made_once_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret");
    read_or_make_secret(&path).unwrap();
    let first = fs::read_to_string(&path).unwrap();
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing unfinished is left");
    read_or_make_secret(&path).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    fs::write(&path, "not a secret").unwrap();
    let fault = read_or_make_secret(&path).unwrap_err().to_string();
    assert!(fault.ends_with("not a secret: expected 64 hexadecimal digits"), "{fault}");
}
