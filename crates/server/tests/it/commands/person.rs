use crate::installation::Installation;

const ANA: [&str; 8] =
    ["person", "create", "--community", "riverside", "--name", "Ana Ruiz", "--address", "ana@example.org"];

#[test]
fn a_new_person_is_answered_with_the_handle_they_got() {
    let installation = Installation::on_sqlite().with_riverside();
    assert_eq!(installation.done(&ANA), "ana.ruiz");
}

#[test]
fn an_address_is_had_by_one_person() {
    let installation = Installation::on_sqlite().with_riverside();
    installation.done(&ANA);
    let again = installation.run(&[&ANA[..], &["--config", "snug.toml"]].concat());
    assert_eq!((again.code, again.errors.as_str()), (Some(1), "snug: --address is taken already\n"));
}

#[test]
fn a_password_comes_from_standard_input_and_has_to_be_a_good_one() {
    let installation = Installation::on_sqlite().with_riverside();
    let arguments = [&ANA[..], &["--password-stdin", "--config", "snug.toml"]].concat();
    let short = installation.run_with_input(&arguments, "short\n");
    assert_eq!((short.code, short.errors.as_str()), (Some(1), "snug: the password needs at least 10 characters\n"));
    assert_eq!(installation.run_with_input(&arguments, "a quiet corner\n").code, Some(0));
}

#[test]
fn a_member_is_suspended_and_resumed() {
    let installation = Installation::on_sqlite().with_riverside();
    installation.done(&ANA);
    let named = ["--community", "riverside", "--person", "ana.ruiz"];
    let command = |verb| [&["person", verb][..], &named].concat();
    let token = [&["token", "create"][..], &named, &["--config", "snug.toml"]].concat();
    assert_eq!(installation.run(&token).code, Some(0), "guard: she is there");
    installation.done(&command("suspend"));
    assert_eq!(installation.run(&token).errors, "snug: there is no member \"ana.ruiz\" in riverside\n");
    let again = installation.run(&[&command("suspend")[..], &["--config", "snug.toml"]].concat());
    assert_eq!(
        (again.code, again.errors.as_str()),
        (Some(1), "snug: there is no such member \"ana.ruiz\" in riverside\n")
    );
    installation.done(&command("resume"));
    assert_eq!(installation.run(&token).code, Some(0));
}
