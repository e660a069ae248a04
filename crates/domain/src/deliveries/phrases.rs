//! What mail servers say, as far as it tells whose fault a refusal is.
//!
//! RFC 3463 gives each reason a code, but many servers give none, or the catch-all 5.7.1, or one of their own. The
//! phrases are those of Postfix, Exim, Sendmail, qmail, Exchange and Microsoft 365, Google, Yahoo, Amazon SES,
//! SendGrid and some large providers. A space stands for any run of white space and punctuation.

use super::SetupFault;

/// The recipient takes mail, only not so much now.
const PASSING: [&str; 6] = [
    " greylist",
    " graylist",
    " grey list",
    " receiving mail too quickly ",
    " receiving mail at a rate ",
    " number of messages they can receive ",
];

/// About the recipient, though other words in it look as if it were about us.
const SURELY_RECIPIENT: [&str; 3] =
    [" not listed in ", " recipient address rejected need fully qualified ", " rcpt to address "];

/// About us, whatever else is said.
const SURELY_OURS: [(SetupFault, &[&str]); 9] = [
    (
        SetupFault::Authentication,
        &[
            " spf ",
            " dkim ",
            " dmarc ",
            " reverse dns ",
            " reverse lookup ",
            " rdns ",
            " ptr ",
            " your hostname ",
            " your reverse ",
            " domain s authentication ",
            " authentication results ",
            " authentication level ",
        ],
    ),
    (SetupFault::Hello, &[" helo ", " ehlo "]),
    (
        SetupFault::Encryption,
        &[
            " starttls ",
            " tls required ",
            " requires tls ",
            " require tls ",
            " encryption required ",
            " encryption needed ",
            " must use tls ",
        ],
    ),
    (
        SetupFault::Limit,
        &[
            " sending limit",
            " sending quota ",
            " message quota ",
            " daily ",
            " hourly ",
            " per day ",
            " per hour ",
            " your quota ",
            " your limit ",
            " relay limit ",
            " recipient limit ",
            " message limit ",
            " credits exceeded ",
            " exceeded threshold ",
            " exceeded the threshold ",
            " limit for messages ",
            " messages limit ",
            " outgoing ",
            " outbound limit ",
        ],
    ),
    (
        SetupFault::Sender,
        &[
            " sender address rejected ",
            " sender verify ",
            " sender verification ",
            " verify sender ",
            " verification failed for ",
            " sender rejected ",
            " sender is rejected ",
            " sender denied ",
            " sender is not ",
            " sender not ",
            " senders not ",
            " sender refused ",
            " sender blocked ",
            " invalid sender ",
            " bad sender ",
            " fake sender ",
            " outbound sender ",
            " sender domain ",
            " domain of sender ",
            " sender address ",
            " envelope sender ",
            " sender identity ",
            " null sender ",
            " banned sender ",
            " from address ",
            " mail from ",
            " send as ",
            " sendasdenied ",
            " not owned by ",
            " email address is not verified ",
            " address not verified ",
            " identities failed ",
            " return path ",
            " sender s domain ",
            " sending domain ",
            " emetteur ",
        ],
    ),
    (
        SetupFault::Login,
        &[
            " authentication required ",
            " authentication credentials ",
            " authentication failed ",
            " authentication unsuccessful ",
            " authentication is required ",
            " authentication needed ",
            " authentication first ",
            " authrequired ",
            " authenticate ",
            " not authenticated ",
            " unauthenticated ",
            " authorization required ",
            " login required ",
            " log in ",
            " login first ",
            " login to ",
            " smtp auth",
            " credentials ",
            " your account ",
            " your smtp account ",
            " not yet activated ",
            " sending paused ",
            " authorized to perform ",
            " pop before smtp ",
            " pop3 ",
            " must login ",
        ],
    ),
    (
        SetupFault::Relay,
        &[
            " relay access denied ",
            " relaying ",
            " relay denied ",
            " relay not ",
            " relay is not ",
            " to relay ",
            " not relay ",
            " relay prohibited ",
            " open relay ",
            " mail relay ",
            " relay access ",
            " rcpthosts ",
            " tenantattribution ",
            " local user only ",
            " third party ",
            " non accepted domain ",
        ],
    ),
    (
        SetupFault::Reputation,
        &[
            " blacklist",
            " black list",
            " blocklist",
            " block list",
            " blocked using ",
            " dnsbl ",
            " rbl ",
            " spamhaus ",
            " spamcop ",
            " sorbs ",
            " barracudacentral ",
            " listed by ",
            " listed at ",
            " listed in ",
            " listed on ",
            " is listed ",
            " are listed ",
            " banned ",
            " reputation ",
            " your ip ",
            " ip address ",
            " sending ip ",
            " client host ",
            " delist",
            " unsolicited ",
            " user complaints ",
            " your network ",
            " connections from ",
            " connection refused ",
            " ip is ",
        ],
    ),
    (
        SetupFault::Policy,
        &[
            " spam ",
            " virus ",
            " malware ",
            " phishing ",
            " policy reasons ",
            " local policy ",
            " message rejected ",
            " message refused ",
            " message blocked ",
            " message was blocked ",
            " message content ",
            " content rejected ",
            " administrative prohibition ",
            " too big ",
            " too large ",
            " maximum message size ",
            " size limit ",
        ],
    ),
];

/// We go too fast; waiting a little helps.
const RATE: [&str; 6] = [" too many ", " throttl", " rate limit", " sending rate ", " too fast ", " too much mail "];

/// There is no such mailbox, or it takes no mail.
const RECIPIENT: [&str; 66] = [
    " user unknown ",
    " unknown user ",
    " no such user ",
    " no such recipient ",
    " no such mailbox ",
    " no such address ",
    " no such person ",
    " no such account ",
    " no such local ",
    " no such email ",
    " no such domain ",
    " unknown recipient ",
    " recipient unknown ",
    " unknown address ",
    " address unknown ",
    " unknown mailbox ",
    " mailbox unknown ",
    " unknown local ",
    " unknown or illegal alias ",
    " unknown account ",
    " account unknown ",
    " user not found ",
    " recipient not found ",
    " recipientnotfound ",
    " mailbox not found ",
    " account not found ",
    " address not found ",
    " not found by smtp address lookup ",
    " does not exist ",
    " doesn t exist ",
    " not exist ",
    " no mailbox ",
    " mailbox unavailable ",
    " mailbox is unavailable ",
    " mailbox not available ",
    " user unavailable ",
    " invalid recipient ",
    " invalid mailbox ",
    " invalid user ",
    " not a valid ",
    " bad recipient ",
    " bad destination ",
    " recipient rejected ",
    " user rejected ",
    " mailbox disabled ",
    " mailbox is disabled ",
    " account disabled ",
    " account is disabled ",
    " account has been disabled ",
    " inactive ",
    " user suspended ",
    " account suspended ",
    " mailbox full ",
    " mailbox is full ",
    " is full ",
    " over quota ",
    " overquota ",
    " exceeds quota ",
    " quota exceeded ",
    " exceeded storage ",
    " storage allocation ",
    " doesn t have a ",
    " does not have a ",
    " unrouteable address ",
    " malformed address ",
    " domain not found ",
];

/// About us rather than about the recipient, where a code could be read either way.
const PROBABLY_OURS: [&str; 18] = [
    " policy ",
    " policies ",
    " denied ",
    " prohibited ",
    " not allowed ",
    " not permitted ",
    " blocked ",
    " unauthorized ",
    " not authorized ",
    " authorization ",
    " security ",
    " suspicious ",
    " not accepted ",
    " not accept ",
    " relay ",
    " service unavailable ",
    " refused ",
    " rejected due ",
];

/// Whom the words of a reply name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// The recipient, who gets too much mail just now, or everybody, as greylisting does.
    Passing,
    /// Us, who go too fast.
    Rate,
    /// Us.
    Ours(SetupFault),
    /// The recipient.
    Recipient,
    /// Rather us.
    ProbablyOurs,
    /// Nobody.
    Nothing,
}

/// Whom these words name.
pub(super) fn hint(words: &str) -> Hint {
    let said = plain(words);
    let says_one = |phrases: &[&str]| phrases.iter().any(|phrase| said.contains(phrase));
    if says_one(&PASSING) {
        return Hint::Passing;
    }
    if says_one(&SURELY_RECIPIENT) {
        return Hint::Recipient;
    }
    if let Some((fault, _)) = SURELY_OURS.iter().find(|(_, phrases)| says_one(phrases)) {
        return Hint::Ours(*fault);
    }
    if says_one(&RATE) {
        return Hint::Rate;
    }
    if says_one(&RECIPIENT) {
        return Hint::Recipient;
    }
    if says_one(&PROBABLY_OURS) { Hint::ProbablyOurs } else { Hint::Nothing }
}

/// Words alone, each between two spaces: in lower case, without addresses, which may be any word.
fn plain(words: &str) -> String {
    let mut plain = String::from(" ");
    let mut in_brackets = false;
    for word in words.split_whitespace() {
        let opens = word.contains('<');
        let is_address = in_brackets || opens || word.contains('@');
        in_brackets = (in_brackets || opens) && !word.contains('>');
        if is_address {
            continue;
        }
        for part in word.split(|character: char| !character.is_alphanumeric()).filter(|part| !part.is_empty()) {
            plain.extend(part.chars().flat_map(char::to_lowercase));
            plain.push(' ');
        }
    }
    plain
}
