use crate::installation::{Answer, Installation};
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

fn doctor(installation: &Installation) -> Answer {
    installation.run(&["doctor", "--config", "snug.toml"])
}

/// The lines about this, each with the word it begins with.
fn lines<'a>(answer: &'a Answer, about: &str) -> Vec<&'a str> {
    let about = format!(" {about}: ");
    answer.output.lines().filter(|line| line.contains(&about)).collect()
}

fn set_mode(installation: &Installation, file: &str, mode: u32) {
    fs::set_permissions(installation.path(file), fs::Permissions::from_mode(mode)).unwrap();
}

fn configure(installation: &Installation, from: &str, to: &str) {
    let path = installation.path("snug.toml");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "guard: {text}");
    fs::write(&path, text.replace(from, to)).unwrap();
}

#[test]
fn an_installation_that_works_is_said_to() {
    for installation in [Installation::on_sqlite(), Installation::on_postgres()] {
        let installation = installation.with_riverside();
        let answer = doctor(&installation);
        assert_eq!((answer.code, answer.errors.as_str()), (Some(0), ""), "{}", answer.output);
        assert_eq!(lines(&answer, "database"), ["ok     database: it can be reached and written, and is up to date"]);
        assert_eq!(
            lines(&answer, "community riverside"),
            ["ok     community riverside: riverside.localhost is this machine"]
        );
        assert!(lines(&answer, "clock")[0].starts_with("ok     "), "{}", answer.output);
        assert!(lines(&answer, "mail")[0].starts_with("warn   mail: it stays in "), "{}", answer.output);
    }
}

#[test]
fn before_the_first_start_nothing_is_made() {
    let installation = Installation::on_sqlite();
    let answer = doctor(&installation);
    assert_eq!(answer.code, Some(0), "{}", answer.output);
    assert!(lines(&answer, "database")[0].contains("is not there yet"), "{}", answer.output);
    assert!(!installation.path("snug.db").exists() && !installation.path("secret").exists());
}

#[test]
fn a_configuration_that_cannot_be_read_is_all_there_is_to_say() {
    let installation = Installation::on_sqlite();
    configure(&installation, "listen", "lisen");
    let answer = doctor(&installation);
    assert_eq!(answer.code, Some(1));
    assert!(answer.output.starts_with("FAIL   configuration: snug.toml, line 1, lisen: "), "{}", answer.output);
}

#[test]
fn a_host_that_http_would_serve_in_the_clear_is_refused_everywhere() {
    let installation = Installation::on_sqlite().with_riverside();
    let create = |host: &str| {
        let slug = host.replace('.', "-").to_lowercase();
        let slug = slug.trim_end_matches('-');
        installation.run(&[
            "community",
            "create",
            "--config",
            "snug.toml",
            "--slug",
            slug,
            "--name",
            "A",
            "--host",
            host,
        ])
    };
    for host in ["pub.example", "localhost.example", "notlocalhost", "192.168.0.7", "0.0.0.0", "10.0.0.1"] {
        let answer = create(host);
        assert_eq!(answer.code, Some(1), "{host}");
        assert!(
            answer.errors.starts_with(&format!("snug: {host} is not this machine, and scheme is \"http\"")),
            "{}",
            answer.errors
        );
    }
    for host in ["localhost", "hillside.LOCALHOST.", "a.b.localhost", "127.0.0.1", "127.8.9.10"] {
        assert_eq!(create(host).code, Some(0), "{host}: {}", create(host).errors);
    }
    // Made while it was https.
    configure(&installation, "scheme = 'http'", "scheme = 'https'");
    assert_eq!(create("pub.example").code, Some(0));
    configure(&installation, "scheme = 'https'", "scheme = 'http'");
    let served = installation.run(&["serve", "--config", "snug.toml"]);
    assert_eq!(served.code, Some(1));
    assert!(served.errors.contains("pub.example is not this machine"), "{}", served.errors);
    let answer = doctor(&installation);
    assert_eq!(answer.code, Some(1));
    assert!(
        answer.output.contains("FAIL   community pub-example: pub.example is not this machine"),
        "{}",
        answer.output
    );
}

#[test]
fn a_secret_that_everybody_can_read_is_refused() {
    let installation = Installation::on_sqlite().with_riverside();
    for mode in [0o644, 0o604, 0o602, 0o666] {
        set_mode(&installation, "secret", mode);
        for command in [&["serve"][..], &["community", "list"]] {
            let answer = installation.run(&[command, &["--config", "snug.toml"]].concat());
            assert_eq!(answer.code, Some(1), "{mode:o} {command:?}");
            assert!(answer.errors.contains("`chmod 600 ") && answer.errors.contains("secret"), "{}", answer.errors);
        }
        assert_eq!(doctor(&installation).code, Some(1), "{mode:o}");
    }
    set_mode(&installation, "secret", 0o640);
    let answer = installation.run(&["community", "list", "--config", "snug.toml"]);
    assert_eq!(answer.code, Some(0));
    assert!(answer.errors.contains("secret is open to its group; `chmod 600 "), "{}", answer.errors);
}

#[test]
fn other_loose_rights_are_told_of_with_what_to_do() {
    let installation = Installation::on_sqlite().with_riverside();
    installation.done(&["community", "list"]);
    let told = |installation: &Installation, file: &str| {
        let command = installation.run(&["community", "list", "--config", "snug.toml"]);
        assert_eq!(command.code, Some(0));
        let checked = doctor(installation);
        assert_eq!(checked.code, Some(0), "{}", checked.output);
        let is_told = lines(&checked, "rights").iter().any(|line| line.starts_with("warn") && line.contains(file));
        assert_eq!(is_told, command.errors.contains(file), "{}{}", command.errors, checked.output);
        is_told
    };
    assert!(!told(&installation, "snug.db is open"));
    set_mode(&installation, "snug.db", 0o644);
    assert!(told(&installation, "snug.db is open to everybody on this machine; `chmod 600 "));
    set_mode(&installation, "snug.db", 0o640);
    assert!(told(&installation, "snug.db is open to its group"));
    set_mode(&installation, "snug.db", 0o600);

    set_mode(&installation, "snug.toml", 0o644);
    assert!(!told(&installation, "snug.toml is open"), "nothing secret is in it");
    configure(&installation, "[mail]\n", "[mail]\nuser = 'snug'\npassword = 'tr0ub4dor'\n");
    configure(&installation, "folder = ", "hello_name = 'a'\nhost = 'localhost'\nsecurity = 'none'\n# folder = ");
    let command = installation.run(&["community", "list", "--config", "snug.toml"]);
    assert!(
        command.errors.contains("snug.toml is open to everybody on this machine; `chmod 640 "),
        "{}",
        command.errors
    );
    set_mode(&installation, "snug.toml", 0o640);
    let command = installation.run(&["community", "list", "--config", "snug.toml"]);
    assert_eq!(command.errors, "", "root and a group of its own may read it");
}

#[test]
fn what_it_makes_is_for_nobody_else() {
    let installation = Installation::on_sqlite().with_riverside();
    let running = installation.serve();
    for entry in fs::read_dir(installation.path("")).unwrap() {
        let entry = entry.unwrap();
        let (name, mode) = (entry.file_name(), entry.metadata().unwrap().permissions().mode());
        // The folder of mails is made by who keeps them.
        if name != "snug.toml" && name != "mails" {
            assert_eq!(mode & 0o077, 0, "{}: {mode:o}", name.display());
        }
    }
    running.terminate();
    assert_eq!(running.wait().0.code(), Some(0));
}

#[test]
fn a_secret_that_is_missing_beside_its_database_is_not_made_anew() {
    for installation in [Installation::on_sqlite(), Installation::on_postgres()] {
        let installation = installation.with_riverside();
        let secret = fs::read(installation.path("secret")).unwrap();
        fs::remove_file(installation.path("secret")).unwrap();
        for command in [&["serve"][..], &["community", "list"], &["doctor"]] {
            let answer = installation.run(&[command, &["--config", "snug.toml"]].concat());
            assert_eq!(answer.code, Some(1), "{command:?}");
            let said = answer.output + &answer.errors;
            assert!(said.contains("the secret of this database is missing"), "{command:?}: {said}");
            assert!(!installation.path("secret").exists());
        }
        fs::write(installation.path("secret"), secret).unwrap();
        set_mode(&installation, "secret", 0o600);
        installation.done(&["community", "list"]);
    }
}

#[test]
fn a_mail_server_that_is_not_there_and_a_key_that_is_none_are_named() {
    let installation = Installation::on_sqlite().with_riverside();
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    configure(
        &installation,
        "folder = ",
        &format!("host = 'localhost'\nport = {nobody}\nsecurity = 'none'\n# folder = "),
    );
    let key = "[[mail.dkim]]\ndomain = 'riverside.localhost'\nselector = 'snug'\nkey_file = 'no-key.pem'\n";
    let path = installation.path("snug.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + key).unwrap();
    let answer = doctor(&installation);
    assert_eq!(answer.code, Some(1), "{}", answer.output);
    let mail = lines(&answer, "mail");
    assert!(mail[0].starts_with("FAIL   mail: mail.dkim, no-key.pem: "), "{mail:?}");
    assert!(mail[1].starts_with("FAIL   mail: the mail server said: "), "{mail:?}");
    assert_eq!(answer.errors.trim(), "snug: 2 of these keep it from working");
}

#[test]
fn a_database_that_is_away_or_of_a_newer_program_is_said_to_be() {
    let installation = Installation::on_sqlite().with_riverside();
    installation.make_newer();
    let answer = doctor(&installation);
    assert_eq!(answer.code, Some(1));
    assert!(lines(&answer, "database")[0].contains("belongs to a newer program"), "{}", answer.output);

    let away = Installation::on_sqlite();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let path = away.path("snug.toml");
    let text = fs::read_to_string(&path).unwrap();
    let sqlite = text.lines().find(|line| line.starts_with("sqlite")).unwrap();
    let postgres = format!("postgres = 'postgres://snug:tr0ub4dor@127.0.0.1:{port}/snug'");
    fs::write(&path, text.replace(sqlite, &postgres)).unwrap();
    let answer = doctor(&away);
    assert_eq!(answer.code, Some(1));
    assert!(lines(&answer, "database")[0].contains("no connection to PostgreSQL"), "{}", answer.output);
    assert!(!answer.output.contains("tr0ub4dor"), "{}", answer.output);
}

#[test]
fn a_second_program_that_serves_one_sqlite_file_is_told_of() {
    let installation = Installation::on_sqlite().with_riverside();
    let (first, second) = (installation.serve(), installation.serve());
    first.terminate();
    second.terminate();
    let told = |log: &str| log.contains("another `snug serve` uses this SQLite file");
    assert!(!told(&first.wait().1));
    assert!(told(&second.wait().1));
}
