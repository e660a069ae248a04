//! The words that are kept.

use super::disguise::Known;
use std::sync::LazyLock;

type Words = LazyLock<Known>;

fn known(words: &str) -> Known {
    Known::of(words.split_whitespace())
}

/// Words that claim an office wherever they stand in a name, and every word that begins so.
pub(super) static OFFICES: Words = LazyLock::new(|| known("admin moderat moderad moderac админ адмін модерат модерац"));

/// Words that claim one as they are.
pub(super) static CLAIMS: Words = LazyLock::new(|| {
    known(
        "support sysadmin sysop superuser helpdesk postmaster webmaster hostmaster noreply donotreply mailerdaemon
         поддержка الإدارة إدارة الدعم المشرفون المشرفين",
    )
});

/// The same in scripts that put no space between words.
pub(super) const WITHIN: [&str; 9] =
    ["管理员", "管理員", "管理者", "版主", "客服", "官方", "관리자", "운영자", "モデレーター"];

/// Words that are somebody's name too: they claim an office alone, in brackets, or beside the community's name.
pub(super) static PERHAPS: Words = LazyLock::new(|| {
    known(
        "mod mods staff team official help root system security service bot owner info contact community crew everyone
         abuse soporte equipo equipe verwaltung مشرف المشرف مدير المدير دعم فريق الفريق",
    )
});

pub(super) static FILLERS: Words = LazyLock::new(|| known("the of and for at your our"));

/// Handles with a meaning of their own in addresses, mentions and mails.
pub(super) static OF_THE_SITE: Words = LazyLock::new(|| known(HANDLES));

const HANDLES: &str = "
    abuse admin administrator hostmaster info mailer-daemon mail marketing news noc nobody no-reply noreply
    do-not-reply postmaster root sales security support ssladmin ssl-admin trouble usenet uucp webmaster
    bounce bounces daemon email list lists newsletter owner request subscribe unsubscribe

    autoconfig autodiscover broadcasthost cdn dns ftp git imap isatap localhost mta mx ns ntp pop pop3 smtp sftp ssh
    ssl static status test webmail wpad www

    about account accounts api app apple-touch-icon.png apps archive archived assets atom auth authorize avatar billing blog blocked bell
    callback careers changelog config confirm contact conversations css dashboard data demo dev developer developers
    directory docs download downloads edit error errors events faq favicon favicon.ico feed feedback files forgot
    graphql group groups guide health healthz help home host hosting html http https icon image images img inbox index
    invitation invitations invite invites jobs join js json legal live log-in log-out login logout manifest manifest.webmanifest media mute
    message messages metrics new notification notifications oauth open-api openapi page pages password passwords
    payment payments people person policy preferences presence press preview privacy profile profiles public readyz
    register registration report reports reset robots robots.txt rss rules saml search session sessions settings setup
    share sign-in sign-out sign-up sitemap sso store style styles tag tags tags terms token tokens tos upload uploads
    user users verify version web webhook webhooks well-known wiki xml

    all anonymous anyone bot channel community crew deleted everybody everyone false guest here me mod mods
    moderator moderators myself nan nil none null official online self snug staff sudo sysadmin system
    team teams true undefined unknown void you
";
