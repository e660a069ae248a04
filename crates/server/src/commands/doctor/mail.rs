use super::report::Report;
use crate::configuration::Configuration;
use snug_domain::deliveries::SetupFault;
use snug_smtp::Outlet;

const ABOUT: &str = "mail";

/// The keys, and the server: reached, encrypted and logged in, without sending anything.
pub(super) async fn check(configuration: &Configuration, report: &mut Report) {
    for key in configuration.mail.dkim_keys() {
        match key {
            Ok(key) => report.fine(ABOUT, format!("publish {}. IN TXT \"{}\"", key.dns_name(), key.dns_record())),
            Err(fault) => report.wrong(ABOUT, fault),
        }
    }
    if !configuration.mail.goes_to_a_server() {
        return match configuration.mail.folder() {
            Some(folder) => report.doubtful(ABOUT, format!("it stays in {} and reaches nobody", folder.display())),
            None => report.wrong(ABOUT, "it is not said where it goes; set mail.host"),
        };
    }
    match configuration.mail.outlet() {
        Ok(Outlet::Smtp(relay)) => match relay.check().await {
            Ok(offers_utf8) => {
                report.fine(ABOUT, "the mail server can be reached, and takes our login");
                if !offers_utf8 {
                    report.doubtful(ABOUT, SetupFault::Utf8.advice());
                }
            }
            Err(words) => report.wrong(ABOUT, format!("the mail server said: {words}")),
        },
        Ok(Outlet::Folder(_)) => {}
        Err(fault) => report.wrong(ABOUT, fault),
    }
}
