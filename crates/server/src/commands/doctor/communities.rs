use super::report::Report;
use crate::configuration::Configuration;
use snug_domain::communities::{Community, is_of_this_machine};
use snug_store::{Database, Error, communities};
use std::time::Duration;

/// A name server that does not answer is not waited for any longer.
const PATIENCE: Duration = Duration::from_secs(5);

/// The hosts and mail domains of all communities.
pub(super) async fn check(database: &Database, configuration: &Configuration, report: &mut Report) {
    let found: Result<Vec<Community>, Error> = database.read(communities::list).await;
    let found = match found {
        Ok(found) => found,
        Err(fault) => return report.wrong("communities", fault),
    };
    if found.is_empty() {
        report.doubtful("communities", "there is none; `snug community create` adds one");
    }
    for community in found {
        let about = format!("community {}", community.slug);
        check_host(&community.host, &about, configuration, report).await;
        check_mail_domain(&community, &about, configuration, report);
    }
}

async fn check_host(host: &str, about: &str, configuration: &Configuration, report: &mut Report) {
    if is_of_this_machine(host) {
        return report.fine(about, format!("{host} is this machine"));
    }
    if configuration.scheme == "http" {
        let mend = "set scheme to \"https\" and put a proxy in front that speaks it";
        return report.wrong(about, format!("{host} is not this machine, and scheme is \"http\"; {mend}"));
    }
    match tokio::time::timeout(PATIENCE, tokio::net::lookup_host((host, 443))).await {
        Ok(Ok(_)) => report.fine(about, format!("{host} is known to the DNS")),
        _ => report.doubtful(about, format!("{host} is not found in the DNS from here; publish an address for it")),
    }
}

fn check_mail_domain(community: &Community, about: &str, configuration: &Configuration, report: &Report) {
    let domain = &community.mail_domain;
    if !configuration.mail.goes_to_a_server() {
        return;
    }
    if is_of_this_machine(domain) || !domain.contains('.') {
        report.doubtful(about, format!("mail comes from {domain}, which no mail server takes; no answer can reach it"));
    } else if !configuration.mail.dkim_keys().flatten().any(|key| key.domain() == domain) {
        report.doubtful(about, format!("mail from {domain} is not signed; name a key for it in mail.dkim"));
    }
}
