//! Time zones of people, by their IANA names.

use crate::invalid::{Field, Invalid, Problem};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A time zone: one of those the program brings along, so that no machine knows fewer than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zone(&'static str);

impl Zone {
    /// The zone of this IANA name, however its letters are cased.
    pub fn parse(name: &str) -> Result<Self, Invalid> {
        let known = known().get(&name.to_ascii_lowercase());
        known.map(|name| Self(name)).ok_or(Invalid::new(Field::TimeZone, Problem::Malformed))
    }

    /// The IANA name: `Europe/Paris`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// The continent or ocean, and the city in it; none for a zone that has no place, such as UTC.
    #[must_use]
    pub fn place(self) -> Option<(&'static str, String)> {
        let (region, city) = self.0.split_once('/')?;
        Some((region, city.replace('_', " ").replace('/', ", ")))
    }

    /// The rules of the zone.
    #[must_use]
    pub fn rules(self) -> TimeZone {
        // Each name in `known` is of this database.
        database().get(self.0).unwrap_or(TimeZone::UTC)
    }

    /// The zones one chooses from, ordered by region and city. Any other can be chosen by its name.
    pub fn common() -> impl Iterator<Item = Self> {
        COMMON.iter().filter_map(|name| Self::parse(name).ok())
    }
}

fn database() -> &'static TimeZoneDatabase {
    static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);
    &DATABASE
}

/// The names, by their lower-case letters.
fn known() -> &'static BTreeMap<String, String> {
    static KNOWN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let names = database().available();
        names.map(|name| (name.as_str().to_ascii_lowercase(), name.as_str().to_owned())).collect()
    });
    &KNOWN
}

/// One zone of each part of the world that keeps its own time, and the large cities people look for.
const COMMON: [&str; 112] = [
    "Africa/Abidjan",
    "Africa/Accra",
    "Africa/Addis_Ababa",
    "Africa/Algiers",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Dakar",
    "Africa/Dar_es_Salaam",
    "Africa/Johannesburg",
    "Africa/Khartoum",
    "Africa/Kinshasa",
    "Africa/Lagos",
    "Africa/Maputo",
    "Africa/Nairobi",
    "Africa/Tripoli",
    "Africa/Tunis",
    "Africa/Windhoek",
    "America/Anchorage",
    "America/Argentina/Buenos_Aires",
    "America/Asuncion",
    "America/Bogota",
    "America/Caracas",
    "America/Chicago",
    "America/Denver",
    "America/Edmonton",
    "America/Guatemala",
    "America/Halifax",
    "America/Havana",
    "America/La_Paz",
    "America/Lima",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/Montevideo",
    "America/New_York",
    "America/Nuuk",
    "America/Panama",
    "America/Phoenix",
    "America/Puerto_Rico",
    "America/Regina",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Tijuana",
    "America/Toronto",
    "America/Vancouver",
    "America/Winnipeg",
    "Asia/Almaty",
    "Asia/Amman",
    "Asia/Baghdad",
    "Asia/Baku",
    "Asia/Bangkok",
    "Asia/Beirut",
    "Asia/Colombo",
    "Asia/Damascus",
    "Asia/Dhaka",
    "Asia/Dubai",
    "Asia/Gaza",
    "Asia/Ho_Chi_Minh",
    "Asia/Hong_Kong",
    "Asia/Jakarta",
    "Asia/Jerusalem",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Kuala_Lumpur",
    "Asia/Kuwait",
    "Asia/Manila",
    "Asia/Novosibirsk",
    "Asia/Qatar",
    "Asia/Riyadh",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Taipei",
    "Asia/Tashkent",
    "Asia/Tbilisi",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Asia/Vladivostok",
    "Asia/Yangon",
    "Asia/Yerevan",
    "Atlantic/Azores",
    "Atlantic/Reykjavik",
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Australia/Darwin",
    "Australia/Perth",
    "Australia/Sydney",
    "Europe/Amsterdam",
    "Europe/Athens",
    "Europe/Belgrade",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Bucharest",
    "Europe/Budapest",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Moscow",
    "Europe/Paris",
    "Europe/Rome",
    "Europe/Stockholm",
    "Europe/Vienna",
    "Europe/Warsaw",
    "Europe/Zurich",
    "Pacific/Auckland",
    "Pacific/Honolulu",
];

#[cfg(test)]
mod tests {
    use super::{COMMON, Zone};

    #[test]
    fn a_zone_has_the_name_the_world_gives_it_and_no_other_is_taken() {
        assert_eq!(Zone::parse("europe/PARIS").map(Zone::name), Ok("Europe/Paris"));
        assert_eq!(Zone::parse("Asia/Calcutta").map(Zone::name), Ok("Asia/Calcutta"), "some browsers say so");
        for unknown in ["", "Europe", "Europe/Atlantis", "../etc/passwd", "EST5EDT,M3.2.0", "Europe/Paris "] {
            assert!(Zone::parse(unknown).is_err(), "{unknown}");
        }
        let paris = Zone::parse("Europe/Paris").expect("a zone").rules();
        let noon = jiff::Timestamp::from_second(1_795_262_400).expect("a time");
        assert_eq!(noon.to_zoned(paris).strftime("%F %R").to_string(), "2026-11-21 13:00");
    }

    #[test]
    fn each_zone_one_chooses_from_is_known_and_has_a_place() {
        let common: Vec<Zone> = Zone::common().collect();
        assert_eq!(common.iter().map(|zone| zone.name()).collect::<Vec<_>>(), COMMON);
        assert!(common.iter().all(|zone| zone.place().is_some()) && common.is_sorted());
    }

    #[test]
    fn a_zone_is_called_by_its_city() {
        let place = |name| Zone::parse(name).expect("a zone").place();
        assert_eq!(place("America/New_York"), Some(("America", "New York".to_owned())));
        assert_eq!(place("America/Argentina/Buenos_Aires"), Some(("America", "Argentina, Buenos Aires".to_owned())));
        assert_eq!(place("UTC"), None);
    }
}
