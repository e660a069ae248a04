use crate::installation::Installation;

#[test]
fn a_token_is_printed_once_for_somebody_who_is_there() {
    let installation = Installation::on_sqlite().with_riverside();
    installation.done(&[
        "person",
        "create",
        "--community",
        "riverside",
        "--name",
        "Ana Ruiz",
        "--address",
        "ana@example.org",
    ]);
    let token = installation.done(&["token", "create", "--community", "riverside", "--person", "ana.ruiz"]);
    assert!(token.starts_with("snug_") && token.len() > 40 && !token.contains(char::is_whitespace));
}

#[test]
fn nobody_gets_no_token() {
    let installation = Installation::on_sqlite().with_riverside();
    let answer =
        installation.run(&["token", "create", "--config", "snug.toml", "--community", "riverside", "--person", "eve"]);
    assert_eq!(answer.code, Some(1));
    assert_eq!(answer.errors, "snug: there is no member \"eve\" in riverside\n");
}
